/**
 * A text that is equal for equal values: JSON with sorted keys, without fields that are `undefined`.
 * Dates and bigints keep their type, so that none equals its own text, and `NaN` is not `null`.
 */
export function canonical(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      return String(value);
    case 'bigint':
      return `bigint(${String(value)})`;
    case 'object':
      return value === null ? 'null' : canonicalObject(value);
    case 'boolean':
    case 'undefined':
    case 'function':
    case 'symbol':
      return JSON.stringify(value) ?? 'undefined';
  }
}

function canonicalObject(value: object): string {
  if (value instanceof Date) return `date(${String(value.getTime())})`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  let text = '';
  for (const name of sorted(Object.keys(value))) {
    const field = (value as Record<string, unknown>)[name];
    if (field === undefined) continue;
    text += (text === '' ? '' : ',') + label(name) + canonical(field);
  }
  return `{${text}}`;
}

/** Text as JSON writes it. Most has nothing to escape, and to see that by hand costs the least. */
function quoted(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const plain = unit >= 0x20 && unit <= 0x7e && unit !== 0x22 && unit !== 0x5c;
    if (!plain) return JSON.stringify(text);
  }
  return `"${text}"`;
}

/** More names than any sync has; rows that make up names of their own must not fill the memory. */
const MOST_LABELS = 10_000;
const labels = new Map<string, string>();

/** A name as it stands before its value. */
function label(name: string): string {
  const known = labels.get(name);
  if (known !== undefined) return known;
  if (labels.size >= MOST_LABELS) labels.clear();
  const made = `${quoted(name)}:`;
  labels.set(name, made);
  return made;
}

/** From so many names on, `sort` is faster than insertion. */
const MANY = 16;

/** In place, by UTF-16 code units as `sort` does it: half as dear for the few fields of a payload. */
function sorted(names: string[]): string[] {
  if (names.length >= MANY) return names.sort();
  for (let next = 1; next < names.length; next += 1) {
    const name = names[next] as string;
    let at = next;
    for (; at > 0 && (names[at - 1] as string) > name; at -= 1) names[at] = names[at - 1] as string;
    names[at] = name;
  }
  return names;
}
