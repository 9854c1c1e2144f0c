/**
 * Rollup plugin: strips TypeScript from our own sources, one file at a time, with the options
 * of tsconfig.json. It knows nothing of types: `tsc --noEmit` checks those (npm run lint, npm
 * test), so a build spends no second on them.
 */
import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import ts from 'typescript';

/** What was transpiled before in this process: the outputs for pages and for npm share their sources. */
const done = new Map();

/** @param {string} root folder with tsconfig.json */
export function typescript(root) {
  const { config, error } = ts.readConfigFile(resolve(root, 'tsconfig.json'), ts.sys.readFile);
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const compilerOptions = { ...options, noEmit: false, sourceMap: true, removeComments: false };

  return {
    name: 'typescript',
    /** Imports are written with the `.js` the browser will see; on disk the file is `.ts`. */
    resolveId(source, importer) {
      if (!importer || !source.startsWith('.') || !source.endsWith('.js')) return null;
      const file = resolve(dirname(importer), `${source.slice(0, -3)}.ts`);
      return existsSync(file) ? file : null;
    },
    transform(code, id) {
      if (!id.endsWith('.ts')) return null;
      const key = `${id}\n${code}`;
      if (done.has(key)) return done.get(key);
      const result = ts.transpileModule(code, { fileName: id, compilerOptions, reportDiagnostics: true });
      const fault = result.diagnostics?.[0];
      if (fault) this.error(ts.flattenDiagnosticMessageText(fault.messageText, '\n'), fault.start ?? 0);
      const output = { code: result.outputText, map: result.sourceMapText ?? null };
      done.set(key, output);
      return output;
    },
  };
}
