import { nearestName } from './nearest-name.js';

/** @throws TypeError where `options` is no plain set of options, or has a key that is not known. */
export function checkOptionNames(caller: string, options: unknown, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`${caller} takes an object of options; received ${typeName(options)}.`);
  }
  for (const name of Object.keys(options)) {
    if (known.includes(name)) continue;
    const nearest = nearestName(name, known);
    const hint = nearest ? `did you mean '${nearest}'?` : `known options: ${known.join(', ')}.`;
    throw new TypeError(`${caller} has no option '${name}'; ${hint}`);
  }
}

/** Bounds of a whole number, both included. */
export interface IntegerBounds {
  readonly least: number;
  readonly most: number;
  readonly unit: string;
}

/** Why this is no whole number within the bounds, or nothing. */
export function integerProblem(
  value: unknown,
  { least, most, unit }: IntegerBounds,
): string | undefined {
  if (Number.isInteger(value) && (value as number) >= least && (value as number) <= most) {
    return undefined;
  }
  const received = typeof value === 'number' ? String(value) : typeName(value);
  return `must be a whole number of ${unit} from ${least} to ${most}; received ${received}`;
}

/** @throws TypeError where the value is not an integer within the bounds. */
export function checkInteger(where: string, value: unknown, bounds: IntegerBounds): void {
  const problem = integerProblem(value, bounds);
  if (problem !== undefined) throw new TypeError(`${where} ${problem}.`);
}

/** @throws TypeError where a function was expected and something else is there. */
export function checkFunction(where: string, value: unknown): void {
  if (value === undefined || typeof value === 'function') return;
  throw new TypeError(`${where} must be a function; received ${typeName(value)}.`);
}

/** What kind of value this is, without the value. */
export function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The time by an injected clock. @throws TypeError where it is no number of milliseconds. */
export function readClock(caller: string, now: () => number): number {
  const ms: unknown = now();
  if (Number.isFinite(ms)) return ms as number;
  const returned = typeof ms === 'number' ? String(ms) : typeName(ms);
  throw new TypeError(`${caller}: now must return milliseconds; it returned ${returned}.`);
}
