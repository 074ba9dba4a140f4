type Label = number | string;

/** A parameter in PostgreSQL's text form, bytes, or NULL. */
export type EncodedParameter = string | Buffer | null;

/**
 * Encodes a query parameter without loss: microseconds, bigints and bytes arrive as they are, and a
 * `Date` in UTC whatever the time zone of this process.
 *
 * @param label the parameter's index, counted from 0, or its name, for the error
 * @throws TypeError for what PostgreSQL has no form for, naming the parameter and never its value
 */
export function encodeParameter(value: unknown, label: Label): EncodedParameter {
  if (value === null) return null;
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (Array.isArray(value)) return arrayLiteral(value, label);
  return encodeScalar(value, label);
}

function encodeScalar(value: unknown, label: Label): string {
  switch (typeof value) {
    case 'string':
      return checked(value, label);
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      return value instanceof Date ? timestamp(value, label) : json(value, label);
    case 'undefined':
    case 'function':
    case 'symbol':
      throw refusal(label, `is ${typeof value}`);
  }
}

/** PostgreSQL's text has no NUL, and a lone surrogate would turn into U+FFFD without a word. */
function checked(text: string, label: Label): string {
  if (text.includes('\0')) throw refusal(label, 'contains a NUL character');
  if (!text.isWellFormed()) throw refusal(label, 'contains half of a surrogate pair');
  return text;
}

/** ISO 8601 but for years: PostgreSQL has no sign and no year 0, and marks those before 1 with BC. */
function timestamp(value: Date, label: Label): string {
  if (Number.isNaN(value.getTime())) throw refusal(label, 'is an invalid Date');
  const [, year, rest] = /^([+-]?\d+)(-.*)$/.exec(value.toISOString()) ?? [];
  const number = Number(year);
  return number > 0
    ? `${String(number).padStart(4, '0')}${rest}`
    : `${String(1 - number).padStart(4, '0')}${rest} BC`;
}

function json(value: object | null, label: Label): string {
  try {
    return checked(JSON.stringify(value), label);
  } catch {
    throw refusal(label, 'is an object that JSON cannot hold');
  }
}

function arrayLiteral(values: readonly unknown[], label: Label): string {
  const elements = values.map((value) => {
    if (value === null) return 'NULL';
    if (Array.isArray(value)) return arrayLiteral(value, label);
    const text =
      value instanceof Uint8Array
        ? `\\x${Buffer.from(value).toString('hex')}`
        : encodeScalar(value, label);
    return `"${text.replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${elements.join(',')}}`;
}

function refusal(label: Label, what: string): TypeError {
  const name = typeof label === 'number' ? `$${label + 1}` : label;
  return new TypeError(`Parameter ${name} of the query ${what}`);
}
