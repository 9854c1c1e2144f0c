/** The page's own `lit`, which is none. */
export const html = () => { throw new Error('This is the page’s.'); };
export const LitElement = class {};
