/**
 * The map's own sheet, adopted with the map's chunk: of Leaflet's sheet the rules that its moving parts need,
 * and the look of what we put on top. No images.
 */
import { css } from 'lit';

export const mapStyles = css`
  .map-frame {
    position: relative;
    isolation: isolate;
    block-size: 100%;
    overflow: hidden;
    border-radius: inherit;
    background: var(--_surface);
  }
  .map-root {
    position: absolute;
    inset: 0;
    overflow: hidden;
    border-radius: inherit;
    cursor: grab;
    touch-action: pan-x pan-y;
    user-select: none;
    -webkit-user-select: none;
    -webkit-tap-highlight-color: transparent;
  }
  .map-root:focus-visible {
    outline: none;
  }
  .map-root:active {
    cursor: grabbing;
  }
  .map-over {
    cursor: pointer;
  }
  .map-root:focus-visible::after {
    content: '';
    position: absolute;
    inset: 0;
    z-index: 1;
    border-radius: inherit;
    outline: 3px solid var(--_focus);
    outline-offset: -3px;
    pointer-events: none;
  }
  .leaflet-pane,
  .leaflet-pane > canvas,
  .leaflet-layer,
  .leaflet-tile-container,
  .leaflet-tile {
    position: absolute;
    top: 0;
    left: 0;
  }
  .leaflet-pane > canvas,
  .leaflet-tile,
  .leaflet-tile-container,
  .map-pin {
    pointer-events: none;
  }
  .leaflet-outlines-pane {
    z-index: -1;
  }
  .leaflet-tile {
    max-width: none;
    visibility: hidden;
  }
  .leaflet-tile-loaded {
    visibility: inherit;
  }
  .leaflet-zoom-animated {
    transform-origin: 0 0;
  }
  .leaflet-zoom-anim .leaflet-zoom-animated {
    transition: transform 150ms cubic-bezier(0, 0, 0.25, 1);
  }
  .map-pin {
    position: absolute;
    top: 0;
    left: 0;
  }
  .map-pin[hidden] {
    display: none;
  }
  .map-pin::before {
    content: '';
    position: absolute;
    left: -0.85em;
    bottom: 0.35em;
    inline-size: 1.7em;
    block-size: 1.7em;
    border: 0.16em solid var(--_canvas);
    border-radius: 50% 50% 50% 0;
    background: radial-gradient(var(--_canvas) 0.28em, var(--_action) 0.32em);
    transform: rotate(-45deg);
  }
  .map-pin > span {
    position: absolute;
    bottom: 2.75em;
    inline-size: max-content;
    max-inline-size: 16em;
    padding: 0.2em 0.6em;
    border-radius: var(--_radius);
    background: var(--_ink);
    color: var(--_canvas);
    font-size: 0.8235em;
    font-weight: 600;
    line-height: 1.35;
    text-align: center;
    translate: -50%;
  }
  .map-zoom {
    position: absolute;
    inset-block-start: 0.75em;
    inset-inline-end: 0.75em;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_canvas);
  }
  .map-zoom button {
    display: block;
    min-block-size: 0;
    inline-size: 2.25em;
    block-size: 2.25em;
    padding: 0;
    border: 0;
    border-radius: inherit;
    background: none;
    color: var(--_ink);
    font: inherit;
    font-size: 1.25em;
    line-height: 1;
    cursor: pointer;
  }
  .map-zoom button + button {
    border-block-start: 1px solid var(--_line);
    border-start-start-radius: 0;
    border-start-end-radius: 0;
  }
  .map-zoom button:hover {
    color: var(--_action-hover);
  }
  .map-zoom button:focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 1px;
  }
  .map-zoom [aria-disabled='true'] {
    color: var(--_muted);
    opacity: 0.5;
    cursor: default;
  }
  .map-credits,
  .map-hint {
    position: absolute;
    margin: 0;
    pointer-events: none;
    font-size: 0.7059em;
    line-height: 1.4;
  }
  .map-credits {
    inset: auto 0 0 auto;
    max-inline-size: 100%;
    padding: 0.2em 0.6em;
    background: color-mix(in srgb, var(--_canvas) 80%, transparent);
    color: var(--_muted);
  }
  .map-hint {
    inset: auto 1.5em 3em;
    inline-size: fit-content;
    margin-inline: auto;
    padding: 0.4em 1em;
    border-radius: var(--_radius);
    background: var(--_ink);
    color: var(--_canvas);
    font-size: 0.8824em;
    visibility: hidden;
  }
  .map-hint-on {
    visibility: visible;
  }
  .map-watch {
    position: absolute;
    visibility: hidden;
    background: var(--_action-soft);
    color: var(--_ink);
    transition: color 1ms, background-color 1ms;
  }
  @media (forced-colors: active) {
    .map-pin::before {
      border-color: Canvas;
      background: Highlight;
      forced-color-adjust: none;
    }
    .map-pin > span,
    .map-hint {
      border: 1px solid;
    }
  }
`;
