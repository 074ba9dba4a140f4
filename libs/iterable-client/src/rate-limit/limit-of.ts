import type { Operation, Rate } from '../operations/operation.js';
import type { ResolvedRateLimits } from './resolve-rate-limits.js';

/** What the limit of an operation depends on. */
export type LimitedOperation = Pick<Operation, 'name' | 'method' | 'path' | 'rate'>;

/** An operation's method and path, which no other has. Names are shared by some. */
export const routeOf = ({ method, path }: LimitedOperation): string => `${method} ${path}`;

/** The limit of an operation: the caller's own, the documented one, or that of the rest. */
export function limitOf(
  operation: LimitedOperation,
  options: ResolvedRateLimits,
): Rate | undefined {
  const own = [routeOf(operation), operation.name].find((key) => options.limits.has(key));
  if (own !== undefined) return options.limits.get(own);
  if (operation.rate === undefined) return options.defaultLimit;
  return options.documented ? operation.rate : undefined;
}
