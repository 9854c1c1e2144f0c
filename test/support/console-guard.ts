/**
 * A test that makes the console speak, or leaves an error behind that nobody caught, has failed, unless it
 * takes the lines it expects with `consoleLines()`.
 */
const lines: string[] = [];

for (const level of ['warn', 'error'] as const) {
  console[level] = (...words: unknown[]) => void lines.push(words.map(String).join(' '));
}
addEventListener('error', ({ message }) => void lines.push(message));
addEventListener('unhandledrejection', ({ reason }) => void lines.push(`Unhandled: ${String(reason)}`));

/** What was written since the last call, or since the test began. */
export const consoleLines = (): string[] => lines.splice(0);

/** Said once a page by the first tag without settings, whichever test that is in (test/widgets/unset.test.ts). */
const UNSET = /^<cez-[a-z-]+> needs /;

afterEach(function () {
  // A failure shows what was compared, and walks through an element's whole page for it without an end.
  const failure = this.currentTest?.err as { actual?: unknown } | undefined;
  if ([failure?.actual].flat().some((value) => value instanceof Node)) failure!.actual = 'elements';
  const unexpected = consoleLines().filter((line) => !UNSET.test(line));
  if (unexpected.length) throw new Error(`Unexpected on the console:\n${unexpected.join('\n')}`);
});
