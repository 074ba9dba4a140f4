import type { CallResult, RowRecord, SyncListener } from '@org/sync';

/** Different reasons counted one by one; what comes after them is counted together. */
const MOST_REASONS = 1000;
/** Different wordings of one reason that are counted. */
const MOST_WORDINGS = 100;

/** Why records failed: how often, and which is the first of them in the query's order. */
export interface Reason {
  /** The call that failed, or both: `users/update, events/track`. */
  readonly operation: string;
  readonly code: string;
  /** HTTP status of the first, where there was a reply. */
  readonly httpStatus?: number;
  /** Records that failed so. */
  readonly count: number;
  /** The commonest wording. */
  readonly text: string;
  readonly first: {
    readonly row: number;
    /** Whom it is about, where that is known and may be told. */
    readonly identifier?: string;
  };
}

/** Counts the reasons of failures, of however many records: by call and code, since wordings name values. */
export class ReasonTally {
  readonly #groups = new Map<string, Group>();

  readonly listen: SyncListener = (event) => {
    if (event.type !== 'row-finished') return;
    const { record } = event;
    if (record.outcome !== 'failed' && record.outcome !== 'partial') return;
    for (const failure of failuresOf(record)) this.#count(failure, record);
  };

  /** The reasons, the commonest first. */
  sorted(): Reason[] {
    return [...this.#groups.values()]
      .map(({ wordings, ...reason }) => ({ ...reason, text: commonest(wordings) }))
      .sort((one, other) => other.count - one.count || one.first.row - other.first.row);
  }

  #count(failure: Failure, { row, identifier }: RowRecord): void {
    const id = `${failure.operation} ${failure.code}`;
    const full = !this.#groups.has(id) && this.#groups.size >= MOST_REASONS;
    const { text, ...facts } = full ? OTHERS : failure;
    const known = this.#groups.get(full ? '' : id);
    const first = { row, ...(identifier !== undefined && { identifier }) };
    const group = known ?? { ...facts, first, count: 0, wordings: new Map<string, number>() };
    // Records end in any order.
    if (row < group.first.row) group.first = first;
    this.#groups.set(full ? '' : id, group);
    group.count += 1;
    const { wordings } = group;
    if (wordings.has(text) || wordings.size < MOST_WORDINGS) {
      wordings.set(text, (wordings.get(text) ?? 0) + 1);
    }
  }
}

type Failure = Pick<Reason, 'operation' | 'code' | 'httpStatus' | 'text'>;
type Group = Omit<Reason, 'text' | 'count' | 'first'> & {
  count: number;
  first: Reason['first'];
  readonly wordings: Map<string, number>;
};

const OTHERS: Failure = {
  operation: 'various calls',
  code: 'OTHERS',
  text: 'see the file of failures',
};

/** The failed calls of a row; both as one where they failed for the same reason. */
function failuresOf({ user, event }: RowRecord): Failure[] {
  const ofUser = failureOf('users/update', user);
  const ofEvent = failureOf('events/track', event);
  if (ofUser && ofUser.code === ofEvent?.code) {
    return [{ ...ofUser, operation: `${ofUser.operation}, ${ofEvent.operation}` }];
  }
  return [ofUser, ofEvent].filter((failure) => failure !== undefined);
}

function failureOf(operation: string, call: CallResult): Failure | undefined {
  if (call.status === 'not-sent') return { operation, code: 'NOT_SENT', text: call.reason };
  if (call.status !== 'failed') return undefined;
  const { code, httpStatus, reason: text } = call;
  return { operation, code, text, ...(httpStatus !== undefined && { httpStatus }) };
}

function commonest(wordings: ReadonlyMap<string, number>): string {
  const [first] = [...wordings].sort(
    ([text, count], [otherText, otherCount]) => otherCount - count || (text < otherText ? -1 : 1),
  );
  return first?.[0] ?? '';
}
