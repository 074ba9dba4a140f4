import { explainError } from '../errors/explain-error.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { failed, skipped, type CheckStatus, type Finding } from './finding.js';

/** What a check is called, and what its failure means. */
export interface CheckHead {
  readonly name: string;
  /** The sync that it is about. */
  readonly sync?: string;
  /** Whether there are others, so that it has to be said which. */
  readonly ofSeveral?: boolean;
  readonly exitCode: ExitCode;
}

/** A check that is done. */
export interface CheckResult extends CheckHead {
  readonly status: CheckStatus;
  readonly found: string;
  readonly advice?: string;
  readonly details: readonly string[];
  readonly durationMs: number;
}

/** What a check leaves for later ones. */
export interface Outcome<Value> {
  readonly name: string;
  /** Absent where it can't be built on. */
  readonly value?: Value;
}

type ValuesOf<Needs extends readonly Outcome<unknown>[]> = {
  [Place in keyof Needs]: Needs[Place] extends Outcome<infer Value> ? Value : never;
};

export interface ExaminationOptions {
  /** The longest that a check may take. */
  readonly timeLimitMs: number;
  /** Ends the examination. */
  readonly stop: AbortSignal;
  /** Hears of each check when it is done. */
  readonly onChecked: (result: CheckResult) => void;
}

/** Runs checks one after another; whatever becomes of one, the next follows. */
export class Examination {
  readonly #options: ExaminationOptions;
  readonly #results: CheckResult[] = [];

  constructor(options: ExaminationOptions) {
    this.#options = options;
  }

  /** The longest that a check may take. */
  get timeLimitMs(): number {
    return this.#options.timeLimitMs;
  }

  get results(): readonly CheckResult[] {
    return this.#results;
  }

  /**
   * Runs a check, unless one that it needs left nothing to build on.
   *
   * @throws the reason of the signal that ends the examination
   */
  async check<const Needs extends readonly Outcome<unknown>[], Value = undefined>(
    head: CheckHead,
    needs: Needs,
    look: (
      values: ValuesOf<Needs>,
      signal: AbortSignal,
    ) => Finding<Value> | Promise<Finding<Value>>,
  ): Promise<Outcome<Value>> {
    const { stop } = this.#options;
    stop.throwIfAborted();
    const start = performance.now();
    const missing = needs.find(({ value }) => value === undefined);
    const values = needs.map(({ value }) => value) as ValuesOf<Needs>;
    const finding = missing
      ? skipped(`needs ${missing.name}`)
      : await this.#withinLimit((signal) => look(values, signal));
    stop.throwIfAborted();
    const { status, found, advice, details = [], value, exitCode = head.exitCode } = finding;
    const { name } = head;
    const result: CheckResult = {
      ...head,
      status,
      found,
      ...(advice !== undefined && { advice }),
      details,
      durationMs: performance.now() - start,
      exitCode,
    };
    this.#results.push(result);
    this.#options.onChecked(result);
    return { name, ...(value !== undefined && { value }) };
  }

  /** A check that does not heed its signal is not waited for. */
  async #withinLimit<Value>(
    look: (signal: AbortSignal) => Finding<Value> | Promise<Finding<Value>>,
  ): Promise<Finding<Value>> {
    const { timeLimitMs, stop } = this.#options;
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), timeLimitMs);
    const signal = AbortSignal.any([stop, limit.signal]);
    const { promise: over, reject } = Promise.withResolvers<never>();
    signal.addEventListener('abort', () => reject(signal.reason as Error));
    try {
      return await Promise.race([look(signal), over]);
    } catch (error) {
      if (limit.signal.aborted) return tooSlow(timeLimitMs);
      return ofError(error);
    } finally {
      clearTimeout(timer);
    }
  }
}

function tooSlow(timeLimitMs: number): Finding<never> {
  const seconds = timeLimitMs / 1000;
  return failed(
    `not done within ${String(seconds)} s`,
    `find out what is slow, or allow more time: --time-limit ${String(seconds * 6)}`,
  );
}

/** Expected trouble fails the check by its own exit code; anything else is a fault of this program. */
function ofError(error: unknown): Finding<never> {
  const { message, exitCode } = explainError(error);
  return failed(message, undefined, exitCode === EXIT.internal ? exitCode : undefined);
}

/** What the checks together mean: the gravest in the order in which one mends them. */
export function exitCodeOf(results: readonly CheckResult[]): ExitCode {
  const codes = results.filter(({ status }) => status === 'failed').map((each) => each.exitCode);
  const order = [EXIT.usage, EXIT.database, EXIT.authentication, EXIT.unreachable];
  return order.find((code) => codes.includes(code)) ?? codes[0] ?? EXIT.ok;
}
