/**
 * Which built files a built file asks for. Read from the output itself, so that tests and the
 * embed snippet see what a browser sees. Only relative imports written as plain strings count.
 */
import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseAst } from 'rollup/parseAst';

/** @returns {{statics: string[], dynamics: string[]}} files relative to `dir` */
export function importsOf(dir, file) {
  const statics = new Set();
  const dynamics = new Set();
  const note = (set, source) => {
    if (typeof source?.value === 'string' && source.value.startsWith('.')) {
      set.add(normalize(join(dirname(file), source.value)));
    }
  };
  const visit = (node) => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (!node || typeof node.type !== 'string') return undefined;
    if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type)) note(statics, node.source);
    if (node.type === 'ImportExpression') note(dynamics, node.source);
    return Object.values(node).forEach(visit);
  };
  visit(parseAst(readFileSync(join(dir, file), 'utf8')));
  return { statics: [...statics].sort(), dynamics: [...dynamics].sort() };
}

/** A file and everything it needs before it can run, nearest first. @returns {string[]} */
export function staticClosure(dir, file) {
  const found = [file];
  for (const next of found) {
    for (const needed of importsOf(dir, next).statics) if (!found.includes(needed)) found.push(needed);
  }
  return found;
}
