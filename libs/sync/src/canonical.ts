/**
 * A text that is equal for equal values: JSON with sorted keys, without fields that are `undefined`.
 * Dates and bigints keep their type, so that none equals its own text, and `NaN` is not `null`.
 */
export function canonical(value: unknown): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'bigint') return `bigint(${String(value)})`;
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'undefined';
  if (value instanceof Date) return `date(${String(value.getTime())})`;
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  let text = '';
  for (const name of sorted(Object.keys(value))) {
    const field = (value as Record<string, unknown>)[name];
    if (field === undefined) continue;
    text += `${text === '' ? '' : ','}${quoted(name)}:${canonical(field)}`;
  }
  return `{${text}}`;
}

/** Printable ASCII without quotes and backslashes: JSON escapes none of it. */
const PLAIN = /^[ !#-[\]-~]*$/;

function quoted(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
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
