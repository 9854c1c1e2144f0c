/** Rollup plugin: writes the version of package.json where a source says `__VERSION__`. */
export function version(value) {
  return {
    name: 'version',
    transform(code) {
      return code.includes('__VERSION__') ? { code: code.replaceAll('__VERSION__', value), map: null } : null;
    },
  };
}
