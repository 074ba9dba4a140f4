import type { Output } from '../io.js';
import { redactor, type Redact } from '../log/redactor.js';
import { printable } from './printable.js';

/** Levels of console lines, least important first. */
export const LEVELS = ['DEBUG', 'INFO', 'WARNING', 'ERROR'] as const;
export type Level = (typeof LEVELS)[number];

/** The console: lines from a level on. Errors go to stderr, all else to stdout. */
export class Screen {
  readonly #stdout: Output;
  readonly #stderr: Output;
  readonly #from: number;
  readonly #redact: Redact;

  constructor(stdout: Output, stderr: Output, from: Level, secrets: readonly string[] = []) {
    this.#stdout = stdout;
    this.#stderr = stderr;
    this.#from = LEVELS.indexOf(from);
    this.#redact = redactor(secrets);
  }

  line(level: Level, text: string): void {
    if (LEVELS.indexOf(level) < this.#from) return;
    const output = level === 'ERROR' ? this.#stderr : this.#stdout;
    output.write(`${printable(this.#redact(text))}\n`);
  }

  /** Where a progress bar may be drawn: on a terminal that shows INFO. */
  get terminal(): Output | undefined {
    return this.#stdout.isTTY && this.#from <= LEVELS.indexOf('INFO') ? this.#stdout : undefined;
  }
}
