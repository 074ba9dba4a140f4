import type { Change, ComparedRow } from '../compare/compared-row.js';
import { changedFields } from '../compare/field-hashes.js';
import type { PlanCounts, RefusedRow } from './sync-plan.js';

/** Refused rows that a plan names. */
const MOST_REFUSED = 100;

const COUNTED_AS: Readonly<Record<Change, keyof Omit<PlanCounts, 'rows'>>> = {
  new: 'new',
  changed: 'changed',
  retry: 'retry',
  repeat: 'repeat',
  unchanged: 'unchanged',
  refused: 'refused',
  nothing: 'skipped',
  unselected: 'skipped',
};

/** Adds up what a run would do. */
export class PlanTally {
  readonly #counts: { -readonly [Name in keyof PlanCounts]: number } = {
    rows: 0,
    new: 0,
    changed: 0,
    retry: 0,
    repeat: 0,
    unchanged: 0,
    refused: 0,
    skipped: 0,
  };
  readonly #fields = new Map<string, number>();
  readonly #codes = new Map<string, number>();
  readonly refused: RefusedRow[] = [];
  /** Rows of which one part can't be sent, and the other can. */
  partlyRefused = 0;
  /** Profiles and events to send. */
  users = 0;
  events = 0;

  enter(row: ComparedRow): void {
    this.#counts.rows += 1;
    this.#counts[COUNTED_AS[row.change]] += 1;
    if (row.send.user) this.users += 1;
    if (row.send.event) this.events += 1;
    if (row.change === 'changed') this.#enterFields(row);
    const refusals = (['user', 'event'] as const).map((part) => this.#enterRefusal(row, part));
    for (const code of new Set(refusals.flat())) count(this.#codes, code);
    if (row.refused && row.change !== 'refused') this.partlyRefused += 1;
  }

  get counts(): PlanCounts {
    return Object.freeze({ ...this.#counts });
  }

  /** The fields that changed, the commonest first. */
  get changedFields(): Record<string, number> {
    return commonestFirst(this.#fields);
  }

  /** The codes of what can't be sent, with the rows that have each, the commonest first. */
  get refusedCodes(): Record<string, number> {
    return commonestFirst(this.#codes);
  }

  #enterFields({ mapped, entry }: ComparedRow): void {
    for (const field of changedFields(mapped, entry?.fields ?? '')) {
      count(this.#fields, field);
    }
  }

  /** Gives the code. */
  #enterRefusal({ mapped, refused }: ComparedRow, part: 'user' | 'event'): string[] {
    const failure = mapped.due[part] ? refused?.[part] : undefined;
    if (!failure) return [];
    const { code, reason } = failure;
    const { row, key } = mapped;
    if (this.refused.length < MOST_REFUSED) {
      this.refused.push({ row, ...(key !== undefined && { key }), part, code, reason });
    }
    return [code];
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

function commonestFirst(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries([...counts].sort(([, a], [, b]) => b - a));
}
