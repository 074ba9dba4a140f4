import type { StopReason } from '@org/sync';
import { adviceFor } from '../run/advice.js';
import { ownWords, type ToldFailure } from './own-words.js';

/** Why a run ended before its last row. */
interface End {
  readonly reason: StopReason;
  readonly detail: string;
}

/** What is said of ends that otherwise are told in words of Iterable. */
const INSTEAD: Partial<Record<StopReason, string>> = {
  authentication: 'Iterable refuses the credentials.',
  refused: 'Iterable refuses every request.',
};

/** Why a run ended, without a word of others; the failure that brought it about says more of it. */
export function ownEnd({ reason, detail }: End, failure?: ToldFailure): string {
  const instead = INSTEAD[reason];
  if (instead === undefined || !failure) return instead ?? detail;
  return `${ownWords(failure)} ${adviceFor(failure)}`;
}
