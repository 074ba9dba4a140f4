import type { Comparison } from './comparison.ts';

/** One measured figure of one thing. */
export interface Measurement {
  /** What was measured: a peer, or a variant of ours. */
  readonly subject: string;
  /** Under what, such as `64 at once`. */
  readonly setting: string;
  /** Figures by their unit, such as `requests/s`. Medians over the rounds. */
  readonly figures: Readonly<Record<string, number>>;
  /** Half the distance between the quartiles as a part of the median, for the first figure. */
  readonly noise?: number;
}

/** What a suite found out. */
export interface SuiteResult {
  readonly measurements: readonly Measurement[];
  /** Ours beside peers and beside what was promised: the lines of the table of all suites. */
  readonly comparisons: readonly Comparison[];
  /** What else there is to say, a line each. */
  readonly summary: readonly string[];
}

/** How much time a run may take. */
export interface SuiteSettings {
  /** How often each thing is measured. */
  readonly rounds: number;
  /** How long one measurement takes, in milliseconds. */
  readonly roundMs: number;
}

/** A file under `suites/` exports one as `suite`. */
export interface Suite {
  readonly name: string;
  /** What is measured, in a sentence. */
  readonly title: string;
  run(settings: SuiteSettings): Promise<SuiteResult>;
}
