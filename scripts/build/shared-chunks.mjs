/**
 * Rollup `manualChunks`: `core` for what all kinds of tags share, beside it `forms` for what only tags with a form
 * share and `centers` for what only those share that know opening hours, so that no page carries the other kind's
 * code; further `submissions` for what only the forms share that are kept until they are answered, and `places` for
 * what only the tags share that look for places and have a map. A tag asks for its chunks at once, so one more
 * costs a page no trip; a chunk for each pair of tags would cost it many requests. What one tag needs stays in that
 * tag's file; what is imported lazily stays in a chunk of its own.
 */

/** The widget folder a module lies in, or undefined. */
const widgetOf = (id) => /\/src\/widgets\/([^/]+)\//.exec(id)?.[1];

/** What every widget needs anyway. */
const isGround = (id) => /\/node_modules\/(@?lit|lit-|tslib)/.test(id);

/** The widgets that need each module, by way of the imports that `follow` lists. A widget is not reached through another one. */
function usersOf({ getModuleIds, getModuleInfo }, follow) {
  const users = new Map();
  const visit = (id, widget) => {
    const known = users.get(id) ?? new Set();
    if (known.has(widget) || (widgetOf(id) ?? widget) !== widget) return;
    users.set(id, known.add(widget));
    for (const needed of follow(getModuleInfo(id))) visit(needed, widget);
  };
  for (const id of getModuleIds()) if (getModuleInfo(id).isEntry) visit(id, widgetOf(id));
  return users;
}

export function sharedChunk(id, graph) {
  if (widgetOf(id)) return null;
  const atOnce = usersOf(graph, ({ importedIds }) => importedIds);
  if (!atOnce.has(id)) return null;
  if (isGround(id)) return 'core';
  const sometime = usersOf(graph, ({ importedIds, dynamicallyImportedIds }) => [...importedIds, ...dynamicallyImportedIds]);
  if (sometime.get(id).size < 2) return null;
  const usersOfSource = (source) => [...atOnce].find(([module]) => module.endsWith(`/src/${source}`))?.[1];
  const forms = usersOfSource('forms/form-controller.ts');
  const hours = usersOfSource('model/opening-hours.ts');
  const submitting = usersOfSource('core/submission-controller.ts');
  const withMap = usersOfSource('map/map-controller.ts');
  const users = [...atOnce.get(id)];
  if (users.every((widget) => submitting?.has(widget))) return 'submissions';
  if (users.every((widget) => withMap?.has(widget))) return 'places';
  if (users.every((widget) => forms?.has(widget))) return 'forms';
  return users.every((widget) => hours?.has(widget)) ? 'centers' : 'core';
}
