/**
 * Runs in the page before its own scripts. Marks the first frame in which each condition holds, after that frame
 * was painted, and notes long tasks and layout shifts. `$$('a >>> b')` looks through open shadow roots.
 */
globalThis.bench = (() => {
  const tasks = [];
  let shifts = 0;
  const observe = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('longtask', ({ startTime, duration }) => tasks.push({ start: startTime, duration }));
  observe('layout-shift', ({ value, hadRecentInput }) => (shifts += hadRecentInput ? 0 : value));

  /** Resolves right after the next frame is painted: a message sent within it comes after the paint. */
  const painted = () => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now());
    port2.postMessage(null);
  }));
  const $$ = (path) => path.split('>>>').reduce((roots, part, depth) => roots.flatMap((root) => [...((depth ? root.shadowRoot : root)?.querySelectorAll(part.trim()) ?? [])]), [document]);
  const query = new URLSearchParams(location.search);
  const compile = (expression) => {
    const test = new Function('$$', 'n', 'count', `return (${expression})`);
    return () => {
      try {
        return test($$, Number(query.get('n')), Number(query.get('count')));
      } catch {
        return undefined; // what it asks for is not there yet
      }
    };
  };

  const marks = {};
  async function watch(conditions) {
    const open = new Map(Object.keys(conditions).map((name) => [name, compile(conditions[name])]));
    while (open.size) {
      const now = await painted();
      for (const [name, holds] of open) if (holds()) {
        marks[name] = now;
        open.delete(name);
      }
    }
  }

  /** Milliseconds from the next event of this type to the frame that shows another value of `expression`. */
  async function answerTime(expression, type) {
    const read = compile(expression);
    const before = read();
    const pressed = await new Promise((done) => addEventListener(type, ({ timeStamp }) => done(timeStamp), { capture: true, once: true }));
    for (;;) {
      const now = await painted();
      if (read() !== before) return now - pressed;
    }
  }
  return { tasks, marks, watch, answerTime, shifts: () => shifts };
})();
