import type { Change, ComparedRow } from '../compare/compared-row.js';
import { changedFields } from '../compare/fingerprint.js';
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
  readonly refused: RefusedRow[] = [];
  /** Profiles and events to send. */
  users = 0;
  events = 0;
  /** Rows with anything to send. */
  due = 0;

  enter(row: ComparedRow): void {
    this.#counts.rows += 1;
    this.#counts[COUNTED_AS[row.change]] += 1;
    if (row.send.user) this.users += 1;
    if (row.send.event) this.events += 1;
    if (row.send.user || row.send.event) this.due += 1;
    if (row.change === 'changed') this.#enterFields(row);
    for (const part of ['user', 'event'] as const) this.#enterRefusal(row, part);
  }

  get counts(): PlanCounts {
    return Object.freeze({ ...this.#counts });
  }

  /** The fields that changed, the commonest first. */
  get changedFields(): Record<string, number> {
    return Object.fromEntries([...this.#fields].sort(([, a], [, b]) => b - a));
  }

  #enterFields({ mapped, entry }: ComparedRow): void {
    for (const field of changedFields(mapped, entry?.fields ?? '')) {
      this.#fields.set(field, (this.#fields.get(field) ?? 0) + 1);
    }
  }

  #enterRefusal({ mapped, refused }: ComparedRow, part: 'user' | 'event'): void {
    const failure = mapped.due[part] ? refused?.[part] : undefined;
    if (!failure || this.refused.length >= MOST_REFUSED) return;
    const { code, reason } = failure;
    const { row, key } = mapped;
    this.refused.push({ row, ...(key !== undefined && { key }), part, code, reason });
  }
}
