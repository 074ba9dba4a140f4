import { rateLimitResetMs } from './rate-limit-reset.js';
import { retryAfterMs } from './retry-after.js';

/** The parts of a reply that can hold a hint. */
export interface HintSource {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/** The least wait a failed reply asks for, in milliseconds: the longest of its hints. */
export function serverHint(
  { status, headers, params }: HintSource,
  nowMs: number,
): number | undefined {
  const hints = [
    retryAfterMs(headers.get('retry-after'), headers.get('date'), nowMs),
    status === 429 ? rateLimitResetMs(params, nowMs) : undefined,
  ].filter((hint) => hint !== undefined);
  return hints.length === 0 ? undefined : Math.max(...hints);
}
