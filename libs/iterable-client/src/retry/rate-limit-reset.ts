/** Taken for a wait, numbers from here on would be more than thirty years: they are points in time. */
const POINT_IN_TIME = 1_000_000_000;

/**
 * `params.rateLimitReset` of a 429 in milliseconds. Documented as the seconds until the bucket is
 * full; a point in time, which the name suggests too, is understood as well.
 */
export function rateLimitResetMs(
  params: Readonly<Record<string, unknown>> | undefined,
  nowMs: number,
): number | undefined {
  const value = params?.['rateLimitReset'];
  const seconds = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds < 0) return undefined;
  if (seconds < POINT_IN_TIME) return Math.ceil(seconds * 1000);
  const until = seconds < POINT_IN_TIME * 1000 ? seconds * 1000 : seconds;
  return Math.max(0, Math.ceil(until - nowMs));
}
