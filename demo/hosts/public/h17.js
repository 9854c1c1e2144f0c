/** A page whose other scripts are modules of three older kinds. */
window.module = { exports: {} };
window.exports = window.module.exports;
window.process = { env: { NODE_ENV: 'development' } };
window.global = window;
define('host', [], () => ({ name: 'host' }));
require(['host'], (host) => { window.hostModule = host.name; });
