/** What analytics, polyfills and error trackers wrap, each a little wrongly. */
(() => {
  const { fetch: ownFetch, Promise: OwnPromise, Date: OwnDate, setTimeout: ownSetTimeout, requestAnimationFrame: ownFrame } = window;
  // Drops the signal, and answers a promise of its own kind.
  window.fetch = (address, options = {}) => {
    const { signal: _dropped, ...rest } = options;
    return new window.Promise((resolve, reject) => ownFetch(address, rest).then(resolve, reject));
  };
  window.Promise = class Promise extends OwnPromise {
    then(done, failed) { return super.then(done && ((value) => done(value)), failed && ((reason) => failed(reason))); }
  };
  window.Date = class Date extends OwnDate {
    toLocaleDateString() { return '1/1/1970'; }
    toLocaleTimeString() { return '12:00 AM'; }
    toLocaleString() { return 'Invalid Date'; }
  };
  Number.prototype.toLocaleString = () => 'NaN';
  const { stringify, parse } = JSON;
  JSON.stringify = (value, ...rest) => stringify(value, ...rest);
  JSON.parse = (text, ...rest) => parse(text, ...rest);
  window.setTimeout = (work, ...rest) => ownSetTimeout(typeof work === 'string' ? () => undefined : work, ...rest);
  window.requestAnimationFrame = (work) => ownFrame((time) => work(time));
  const { addEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    return addEventListener.call(this, type, listener, typeof options === 'object' ? { ...options } : options);
  };
  const { pushState, replaceState } = history;
  history.pushState = function (...state) { return pushState.apply(this, state); };
  history.replaceState = function (...state) { return replaceState.apply(this, state); };
  window.MutationObserver = class extends MutationObserver {};
  window.IntersectionObserver = class extends IntersectionObserver {};
  window.ResizeObserver = class extends ResizeObserver {};
})();
