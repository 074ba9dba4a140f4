import { coarseTime } from './short-time.js';

/** How far a run is. */
export interface ProgressState {
  readonly done: number;
  readonly total: number;
  readonly failed: number;
  readonly retries: number;
  /** Records a second. */
  readonly rate: number;
  /** Milliseconds in which calls were held back by a rate limit. */
  readonly limitedMs: number;
}

/** The state in parts, each as short as it can be said. */
export interface ProgressParts {
  readonly share: string;
  readonly count: string;
  readonly rate: string;
  /** Absent where nothing is left, or nothing tells how long it takes. */
  readonly left?: string;
  readonly failed: string;
  readonly retries: string;
  /** Absent where no limit held anything back. */
  readonly limited?: string;
}

export function progressParts(state: ProgressState): ProgressParts {
  const { done, total, failed, retries, rate, limitedMs } = state;
  return {
    share: `${String(total === 0 ? 100 : Math.floor((done * 100) / total))} %`,
    count: `${count(done)}/${count(total)}`,
    rate: `${rate.toFixed(rate < 10 ? 1 : 0)}/s`,
    ...(rate > 0 && done < total && { left: `${coarseTime((total - done) / rate)} left` }),
    failed: `${count(failed)} failed`,
    retries: `${count(retries)} ${retries === 1 ? 'retry' : 'retries'}`,
    ...(limitedMs >= 1000 && { limited: `${coarseTime(limitedMs / 1000)} at the rate limit` }),
  };
}

/** The state as one line: share, count, rate, time left, failures, retries and waits for limits. */
export function progressText(state: ProgressState): string {
  const { share, count, rate, left, failed, retries, limited } = progressParts(state);
  return [share, `${count} records`, rate, left, failed, retries, limited]
    .filter((part) => part !== undefined)
    .join(' · ');
}

const count = (value: number): string => value.toLocaleString('en-US');
