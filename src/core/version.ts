/** The library's version, written in by the build from package.json. */
export const VERSION = '__VERSION__';
