import type { CallFailure } from '../outcome.js';

/** Every code that a check gives a row's part that it refuses. */
export type CheckCode =
  /** The user can't be told by what is given. */
  | 'IDENTIFIER'
  /** The payload isn't of the shape that Iterable takes. */
  | 'MAPPING'
  /** A profile field that Iterable writes itself. */
  | 'RESERVED_FIELD'
  /** A field's name is empty, or would be read as a path. */
  | 'FIELD_NAME'
  /** A value's type isn't that which the field has in Iterable. */
  | 'FIELD_TYPE'
  /** A text longer than Iterable keeps. */
  | 'VALUE_TOO_LONG'
  /** A text that isn't Unicode. */
  | 'BROKEN_TEXT'
  /** The record is larger than a request may be. */
  | 'TOO_LARGE'
  | 'EVENT_NAME'
  | 'EVENT_ID'
  /** Another row has a different profile for the same user. */
  | 'DUPLICATE_USER';

/** One thing that is wrong with a payload. Its text names fields and types, and never a value. */
export interface Problem {
  readonly code: CheckCode;
  readonly text: string;
}

const MOST_TOLD = 5;

/** The refusal of a call for some problems: the code of the first; `undefined` where there is none. */
export function refusedFor(problems: readonly Problem[]): CallFailure | undefined {
  const [first] = problems;
  if (!first) return undefined;
  const told = problems.slice(0, MOST_TOLD).map(({ text }) => text);
  const more = problems.length - told.length;
  return {
    reason: `Not sent: ${told.join('; ')}${more > 0 ? `; and ${String(more)} more` : ''}`,
    code: first.code,
    attempts: 0,
    retryable: false,
    mayHaveArrived: false,
  };
}
