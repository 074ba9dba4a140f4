import { nearestName } from './nearest-name.js';

/** What kind of value this is, without the value. */
export function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** @throws TypeError where `options` is no set of options, or has a key that is not known. */
export function checkOptionNames(caller: string, options: unknown, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`${caller} takes an object of options; received ${typeName(options)}.`);
  }
  const unknown = Object.keys(options).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const nearest = nearestName(unknown, known);
  const hint = nearest ? `did you mean '${nearest}'?` : `known options: ${known.join(', ')}.`;
  throw new TypeError(`${caller} has no option '${unknown}'; ${hint}`);
}

/** @throws TypeError where the value is not of one of these kinds. */
export function checkKind(where: string, value: unknown, kind: 'boolean' | 'string'): void {
  if (typeof value === kind) return;
  throw new TypeError(`${where} must be a ${kind}; received ${typeName(value)}.`);
}

/** @throws TypeError where the value is none of these texts. */
export function checkChoice(where: string, value: unknown, choices: readonly string[]): void {
  if (choices.includes(value as string)) return;
  const received = typeof value === 'string' ? JSON.stringify(value) : typeName(value);
  const listed = choices.map((choice) => JSON.stringify(choice)).join(' or ');
  throw new TypeError(`${where} must be ${listed}; received ${received}.`);
}

/** @throws TypeError where the value is not a single character that may stand between or around values. */
export function checkCharacter(where: string, value: unknown): void {
  if (typeof value === 'string' && /^[^\r\n\ud800-\udfff]$/.test(value)) return;
  const received = typeof value === 'string' ? JSON.stringify(value) : typeName(value);
  throw new TypeError(
    `${where} must be one character other than a line break; received ${received}.`,
  );
}
