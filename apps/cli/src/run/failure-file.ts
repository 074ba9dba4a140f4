import type { RowRecord, SyncListener } from '@org/sync';
import { appendFileSync, closeSync, fsyncSync, openSync } from 'node:fs';
import type { Redact } from '../log/redactor.js';
import { redactedRecord } from './redacted-record.js';

/** Failures that are written together. */
const TOGETHER = 100;

/** What the file holds in the end. */
export interface WrittenFailures {
  /** Absent where no record failed. */
  readonly path?: string;
  readonly count: number;
  /** What kept failures from being written. */
  readonly problem?: string;
}

/**
 * Writes every record that was not wholly delivered to a file as JSON, one a line, while the run goes
 * on. The file is made with the first, readable by its owner only, and overwrites none.
 */
export class FailureFile {
  readonly #path: string;
  readonly #redact: Redact;
  #file: number | undefined;
  #lines: string[] = [];
  #count = 0;
  #closed = false;
  #problem: string | undefined;

  constructor(path: string, redact: Redact) {
    this.#path = path;
    this.#redact = redact;
  }

  readonly listen: SyncListener = (event) => {
    if (event.type !== 'row-finished' || !FAILURES.has(event.record.outcome)) return;
    this.#count += 1;
    this.#lines.push(`${JSON.stringify(redactedRecord(event.record, this.#redact))}\n`);
    if (this.#lines.length >= TOGETHER) this.#write();
  };

  /** Writes what is left and closes the file; a second time it only tells what there is. */
  close(): WrittenFailures {
    this.#write();
    this.#attempt(() => {
      if (this.#file === undefined || this.#closed) return;
      this.#closed = true;
      fsyncSync(this.#file);
      closeSync(this.#file);
    });
    return {
      ...(this.#file !== undefined && { path: this.#path }),
      count: this.#count,
      ...(this.#problem !== undefined && { problem: this.#problem }),
    };
  }

  #write(): void {
    const text = this.#lines.join('');
    this.#lines = [];
    if (text === '') return;
    this.#attempt(() => {
      this.#file ??= openSync(this.#path, 'wx', 0o600);
      // Unlike `writeSync` it goes on until all is written.
      appendFileSync(this.#file, text);
    });
  }

  /** The run goes on without the file, and its end tells so. */
  #attempt(write: () => void): void {
    if (this.#problem !== undefined) return;
    try {
      write();
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      this.#problem = `failures can't be written to ${this.#path} (${code ?? String(error)})`;
    }
  }
}

const FAILURES: ReadonlySet<RowRecord['outcome']> = new Set(['failed', 'partial']);
