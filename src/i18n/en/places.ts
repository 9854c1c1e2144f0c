/** English of `../bg/places.ts`. */
import type { places as bulgarian } from '../bg/places.js';

export const places: Record<keyof typeof bulgarian, string> = {
  suggestions: 'Suggestions',
  more: 'Show more',
  filters: 'Filters',
  operatorNames: 'cez-rp=CEZ Distribution,evn=EVN Bulgaria,energo-pro=ENERGO-PRO',
  loadMap: 'Load the map',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  twoFingers: 'Move the map with two fingers.',
  ctrlWheel: 'To zoom, hold Ctrl and scroll.',
  basemapCredit: 'Borders: Natural Earth',
};
