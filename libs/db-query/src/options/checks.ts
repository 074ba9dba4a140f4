import { nearestName } from './nearest-name.js';

/** The name of a function as it stands in the message of a `TypeError`. */
type Caller = string;

/** Refuses anything but an object whose keys are all known. */
export function checkKeys(
  caller: Caller,
  options: unknown,
  known: readonly string[],
): asserts options is Readonly<Record<string, unknown>> {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`${caller}: the options must be an object, not ${kindOf(options)}`);
  }
  for (const key of Object.keys(options)) {
    if (known.includes(key)) continue;
    const near = nearestName(key, known);
    const help = near === undefined ? `Known are ${known.join(', ')}.` : `Did you mean "${near}"?`;
    throw new TypeError(`${caller}: unknown option "${key}". ${help}`);
  }
}

/** A whole number within bounds. */
export function checkInteger(
  caller: Caller,
  name: string,
  value: unknown,
  { min, max }: { readonly min: number; readonly max: number },
): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) {
    return value;
  }
  const found = typeof value === 'number' ? value : kindOf(value);
  throw new TypeError(
    `${caller}: ${name} must be a whole number from ${min} to ${max}, not ${found}`,
  );
}

/** `true` or `false`. */
export function checkBoolean(caller: Caller, name: string, value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new TypeError(`${caller}: ${name} must be true or false, not ${kindOf(value)}`);
}

/** One of a few names. */
export function checkChoice<Name extends string>(
  caller: Caller,
  name: string,
  value: unknown,
  choices: readonly Name[],
): Name {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const known = choices.map((choice) => `'${choice}'`).join(' or ');
  throw new TypeError(`${caller}: ${name} must be ${known}`);
}

/** A string that PostgreSQL can take and that is not empty. */
export function checkText(caller: Caller, name: string, value: unknown): string {
  if (typeof value !== 'string') {
    throw new TypeError(`${caller}: ${name} must be a string, not ${kindOf(value)}`);
  }
  if (value === '') throw new TypeError(`${caller}: ${name} must not be empty`);
  if (value.includes('\0')) throw new TypeError(`${caller}: ${name} contains a NUL character`);
  return value;
}

/** An `AbortSignal`, or nothing. */
export function checkSignal(caller: Caller, value: unknown): AbortSignal | undefined {
  if (value === undefined || value instanceof AbortSignal) return value;
  throw new TypeError(`${caller}: signal must be an AbortSignal, not ${kindOf(value)}`);
}

/** What a value is, without the value: it may be a secret. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : typeof value;
}
