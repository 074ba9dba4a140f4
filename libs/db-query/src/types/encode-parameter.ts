/** A parameter in PostgreSQL's text form, bytes, or NULL. */
export type EncodedParameter = string | Buffer | null;

/**
 * Encodes a query parameter without loss: microseconds, bigints and bytes arrive as they are, and a
 * `Date` in UTC whatever the time zone of this process.
 *
 * @throws TypeError for what PostgreSQL has no form for, naming the parameter and never its value
 */
export function encodeParameter(value: unknown, index: number): EncodedParameter {
  if (value === null) return null;
  if (value instanceof Uint8Array) return Buffer.from(value);
  if (Array.isArray(value)) return arrayLiteral(value, index);
  return encodeScalar(value, index);
}

function encodeScalar(value: unknown, index: number): string {
  switch (typeof value) {
    case 'string':
      return checked(value, index);
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      return value instanceof Date ? timestamp(value, index) : json(value, index);
    case 'undefined':
    case 'function':
    case 'symbol':
      throw refusal(index, `is ${typeof value}`);
  }
}

/** PostgreSQL's text has no NUL, and a lone surrogate would turn into U+FFFD without a word. */
function checked(text: string, index: number): string {
  if (text.includes('\0')) throw refusal(index, 'contains a NUL character');
  if (!text.isWellFormed()) throw refusal(index, 'contains half of a surrogate pair');
  return text;
}

/** ISO 8601 but for years: PostgreSQL has no sign and no year 0, and marks those before 1 with BC. */
function timestamp(value: Date, index: number): string {
  if (Number.isNaN(value.getTime())) throw refusal(index, 'is an invalid Date');
  const [, year, rest] = /^([+-]?\d+)(-.*)$/.exec(value.toISOString()) ?? [];
  const number = Number(year);
  return number > 0
    ? `${String(number).padStart(4, '0')}${rest}`
    : `${String(1 - number).padStart(4, '0')}${rest} BC`;
}

function json(value: object | null, index: number): string {
  try {
    return checked(JSON.stringify(value), index);
  } catch {
    throw refusal(index, 'is an object that JSON cannot hold');
  }
}

function arrayLiteral(values: readonly unknown[], index: number): string {
  const elements = values.map((value) => {
    if (value === null) return 'NULL';
    if (Array.isArray(value)) return arrayLiteral(value, index);
    const text =
      value instanceof Uint8Array
        ? `\\x${Buffer.from(value).toString('hex')}`
        : encodeScalar(value, index);
    return `"${text.replace(/["\\]/g, '\\$&')}"`;
  });
  return `{${elements.join(',')}}`;
}

function refusal(index: number, what: string): TypeError {
  return new TypeError(`Parameter $${index + 1} of the query ${what}`);
}
