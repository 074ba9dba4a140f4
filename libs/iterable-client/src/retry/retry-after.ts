/**
 * `Retry-After` in milliseconds: seconds, or a date. A date is compared with the reply's own `Date`
 * where there is one, so that a wrong local clock does not matter. `undefined` for anything else.
 */
export function retryAfterMs(
  value: string | null,
  replyDate: string | null,
  nowMs: number,
): number | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text) * 1000);
  // `Date.parse` takes almost any text with a number in it for a date; HTTP dates begin with a day.
  const until = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(until)) return undefined;
  const serverNow = Date.parse(replyDate ?? '');
  return Math.max(0, until - (Number.isNaN(serverNow) ? nowMs : serverNow));
}
