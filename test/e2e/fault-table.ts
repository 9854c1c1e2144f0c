/** Prints the fault matrix after a run: one line for each fault, one column for each form. */
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import type { Cell } from './scene.js';

const COLUMNS = [['cez-balance-checker', 'balance'], ['cez-reading-form', 'reading'], ['cez-einvoice-form', 'e-invoice'], ['cez-sms-signup', 'SMS']] as const;

/** Text in one column, over the whole width. */
const pad = (text: string, width: number): string => text.padEnd(width).slice(0, width);

export default class FaultTable implements Reporter {
  readonly #lines = new Map<string, Map<string, string>>();
  readonly #counts = { cells: 0, red: 0, rows: 0, stored: 0, slowest: 0 };

  onTestEnd({ title }: TestCase, { status, annotations }: TestResult): void {
    const cells = annotations.filter(({ type }) => type === 'cell').map(({ description }) => JSON.parse(description!) as Cell);
    for (const cell of cells) this.#take(cell, status === 'passed');
    if (!cells.length && status !== 'passed') this.#lose(title);
  }

  #take({ tag, fault, name, seconds, rows }: Cell, passed: boolean): void {
    const counts = this.#counts;
    counts.cells++;
    if (!passed) counts.red++;
    if (rows !== null) counts.stored++;
    counts.rows += rows ?? 0;
    counts.slowest = Math.max(counts.slowest, seconds ?? 0);
    const told = [seconds === null ? 'held' : `${seconds.toFixed(1)} s`, ...(rows === null ? [] : [`${rows} row`])].join(', ');
    this.#write(`${fault} ${name}`, tag, passed ? told : `FAILED ${told}`);
  }

  /** A test that ended before it could tell. */
  #lose(title: string): void {
    const [, tag, fault] = /^(\S+) meets (.*)$/.exec(title) ?? [];
    this.#counts.cells++;
    this.#counts.red++;
    this.#write(fault ?? title, tag ?? COLUMNS[0][0], 'FAILED');
  }

  #write(line: string, tag: string, text: string): void {
    this.#lines.set(line, (this.#lines.get(line) ?? new Map<string, string>()).set(tag, text));
  }

  onEnd(): void {
    const numberOf = (line: string): number => Number(/^F(\d+)/.exec(line)?.[1]);
    const row = (first: string, others: readonly string[]): string => `${pad(first, 36)}${others.map((text) => pad(text, 16)).join('')}`.trimEnd();
    console.log(`\n${row('Words after, and rows at the end', COLUMNS.map(([, name]) => name))}`);
    for (const [line, cells] of [...this.#lines].sort(([a], [b]) => numberOf(a) - numberOf(b))) console.log(row(line, COLUMNS.map(([tag]) => cells.get(tag) ?? '–')));
    const { cells, red, rows, stored, slowest } = this.#counts;
    console.log(`\n${cells} cells, ${red} failed. ${stored} times something was to be stored, ${rows} rows: ${Math.max(0, stored - rows)} lost, ${Math.max(0, rows - stored)} doubled. Slowest words after ${slowest.toFixed(1)} s.`);
  }

  printsToStdio(): boolean {
    return true;
  }
}
