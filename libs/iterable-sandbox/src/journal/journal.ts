import type { OperationName } from '../contract/operations.js';
import { parseJson } from '../json.js';
import type { JournalEntry, RequestCounts } from './journal-entry.js';

/** What is recorded of a request; the body stays text until somebody reads it. */
export interface JournalRecord extends Omit<JournalEntry, 'body' | 'at'> {
  readonly operation: OperationName | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: string;
}

/** How much is kept. */
export interface JournalLimits {
  readonly maxEntries: number;
  /** Characters of all bodies together. */
  readonly maxBodyChars: number;
}

/** The requests of late, and the counts of all. */
export class Journal {
  readonly #limits: JournalLimits;
  #records: JournalRecord[] = [];
  #start = 0;
  #chars = 0;
  #total = 0;
  #entries = new WeakMap<JournalRecord, JournalEntry>();
  #counts = new Map<string, Map<string, number>>();

  constructor(limits: JournalLimits) {
    this.#limits = limits;
  }

  add(record: JournalRecord): void {
    this.#count(
      record.operation ?? 'unknown',
      record.status === null ? 'none' : `${record.status}`,
    );
    this.#total += 1;
    this.#records.push(record);
    this.#chars += record.text.length;
    const { maxEntries, maxBodyChars } = this.#limits;
    while (this.#length > maxEntries || (this.#chars > maxBodyChars && this.#length > 0)) {
      this.#chars -= this.#records[this.#start]?.text.length ?? 0;
      this.#start += 1;
    }
    // Shifting an array is linear: done once in a while, it costs next to nothing a request.
    if (this.#start > 1024 && this.#start > this.#length) {
      this.#records = this.#records.slice(this.#start);
      this.#start = 0;
    }
  }

  /** The requests that are kept, the oldest first. */
  entries(): readonly JournalEntry[] {
    return this.#records.slice(this.#start).map((record) => this.#entry(record));
  }

  /** The latest requests, the newest first, with their bodies as text. */
  newest(count: number): readonly JournalRecord[] {
    const start = Math.max(this.#start, this.#records.length - count);
    return this.#records.slice(start).toReversed();
  }

  /** How many there were since the beginning, or since they were cleared. */
  get total(): number {
    return this.#total;
  }

  counts(): RequestCounts {
    const byOperation = Array.from(this.#counts, ([operation, statuses]) => [
      operation,
      Object.fromEntries(statuses),
    ]);
    return Object.fromEntries(byOperation) as RequestCounts;
  }

  clear(): void {
    this.#records = [];
    this.#total = 0;
    this.#start = 0;
    this.#chars = 0;
    this.#counts.clear();
  }

  get #length(): number {
    return this.#records.length - this.#start;
  }

  #count(operation: string, status: string): void {
    const statuses = this.#counts.get(operation) ?? new Map<string, number>();
    this.#counts.set(operation, statuses);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }

  #entry(record: JournalRecord): JournalEntry {
    let entry = this.#entries.get(record);
    if (!entry) this.#entries.set(record, (entry = toEntry(record)));
    return entry;
  }
}

function toEntry({ text, at, ...rest }: JournalRecord): JournalEntry {
  return { ...rest, at: new Date(at), ...(text !== '' && { body: readBody(text) }) };
}

function readBody(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return text;
  }
}
