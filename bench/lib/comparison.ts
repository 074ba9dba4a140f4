import { median, quantile } from './statistics.ts';

/** Ours beside something else: a peer, or a figure that was promised. */
export interface Comparison {
  /** What was done, such as `POST of a user`. */
  readonly what: string;
  /** Under what, where there are several, such as `64 at once`. */
  readonly setting?: string;
  readonly unit: string;
  readonly ours: number;
  /** What stands beside it. */
  readonly other: string;
  readonly theirs: number;
  /** How many times as good ours is: above 1 it is better, whether more or less of the unit is. */
  readonly ratio: number;
  /** Quartiles of the ratio over the rounds, where there were some. */
  readonly low?: number;
  readonly high?: number;
  /** What the ratio has to be at least, where something was promised. */
  readonly atLeast?: number;
}

/** Stands in the place of a peer where a figure was promised. */
export const PROMISED = 'what was promised';

/** What is to be compared. */
export interface Compared extends Pick<
  Comparison,
  'what' | 'setting' | 'unit' | 'other' | 'atLeast'
> {
  /** A figure for each round. */
  readonly ours: readonly number[];
  /** Those of the same rounds, or one that holds for all. */
  readonly theirs: readonly number[] | number;
  readonly better: 'more' | 'less';
}

/** Compares round by round, so that what disturbed the machine is in both halves of each ratio. */
export function compare({ ours, theirs, better, ...rest }: Compared): Comparison {
  const ratios = ours.map((own, round) => {
    const other = typeof theirs === 'number' ? theirs : (theirs[round] ?? Number.NaN);
    return better === 'more' ? own / other : other / own;
  });
  return {
    ...rest,
    ours: median(ours),
    theirs: typeof theirs === 'number' ? theirs : median(theirs),
    ratio: median(ratios),
    ...(ratios.length > 2 && { low: quantile(ratios, 0.25), high: quantile(ratios, 0.75) }),
  };
}

/** Whether what was promised holds; undefined where nothing was. */
export function holds({ ratio, atLeast }: Comparison): boolean | undefined {
  return atLeast === undefined ? undefined : ratio >= atLeast;
}
