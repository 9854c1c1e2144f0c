/**
 * Rollup plugin: an `import()` asks for the shared chunks that its target needs along with the target, unless
 * the asking file has them already. Left to the browser they would be known, and asked for, a trip later.
 */
import { basename, dirname, relative } from 'node:path';

/** @param {(id: string, graph: object) => string | null} chunkOf the shared chunk a module lies in */
export const oneTrip = (chunkOf) => ({
  name: 'one-trip',
  renderDynamicImport({ chunk, getTargetChunkImports }) {
    const loaded = chunk.moduleIds.flatMap((id) => this.getModuleInfo(id).importedIds).map((id) => chunkOf(id, this));
    const missing = (getTargetChunkImports() ?? []).map(({ fileName }) => fileName).filter((file) => file !== chunk.fileName && !loaded.includes(basename(file, '.js')));
    if (!missing.length) return null;
    const further = missing.map((file) => `import('./${relative(dirname(chunk.fileName), file)}')`);
    return { left: 'Promise.all([import(', right: `),${further.join()}]).then(([module])=>module)` };
  },
});
