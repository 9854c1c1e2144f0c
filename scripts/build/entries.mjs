/**
 * What the library consists of, read from its folders: nobody keeps a list of tags by hand.
 * A folder of `src/widgets/` with a `define.ts` is a tag; its name is the tag without `cez-`.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** @returns {string[]} for instance `['center-finder', 'config', 'hours-card']` */
export function widgetNames(root) {
  return readdirSync(join(root, 'src/widgets'))
    .filter((name) => existsSync(join(root, 'src/widgets', name, 'define.ts')))
    .sort();
}

/** One entry a tag. @returns {Record<string, string>} output name to source */
export function widgetEntries(root) {
  return Object.fromEntries(widgetNames(root).map((name) => [`widgets/${name}`, join(root, 'src/widgets', name, 'define.ts')]));
}

/** The scripts of a script tag, each of which must stand alone. @returns {Record<string, string>} */
export function scriptEntries(root) {
  return {
    cez: join(root, 'src/loader.ts'),
    'sites/cez-bg': join(root, 'src/sites/cez-bg.ts'),
    'sites/cez-rp': join(root, 'src/sites/cez-rp.ts'),
  };
}

/** Every module of the npm package, each a file of its own. @returns {Record<string, string>} */
export function packageEntries(root) {
  const src = join(root, 'src');
  const modules = readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith('.ts') && !file.name.endsWith('.d.ts'))
    .map((file) => relative(src, join(file.parentPath, file.name)))
    .filter((file) => !/^(loader|embed)\.ts$|^sites\//.test(file))
    .sort();
  return Object.fromEntries(modules.map((file) => [file.slice(0, -3), join(src, file)]));
}
