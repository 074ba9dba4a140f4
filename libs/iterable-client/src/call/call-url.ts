import { dateText } from '../body/date-text.js';
import type { Refuse } from '../body/refuse.js';
import type { RequestOptions } from '../types/request-options.js';

/** Half of a character: it has no UTF-8 form. */
const HALF_PAIR = /\p{Surrogate}/u;

const PLACEHOLDER = /\{([^{}]+)\}/g;

/** The address of a request: every value encoded, so that none can reach another path. */
export function callUrl(
  baseUrl: string,
  path: string,
  { pathParams = {}, query = {} }: Pick<RequestOptions, 'pathParams' | 'query'>,
  refuse: Refuse,
): string {
  const filled = path.replace(PLACEHOLDER, (_, name: string) => {
    const text = parameterText(['pathParams', name], pathParams[name], refuse);
    // Even encoded, URL parsers take dots alone for "here" and "up".
    if (text === '' || text === '.' || text === '..') {
      refuse(['pathParams', name], 'must not be empty or dots alone');
    }
    return encodeURIComponent(text);
  });
  return baseUrl + filled + searchOf(query, refuse);
}

function searchOf(query: NonNullable<RequestOptions['query']>, refuse: Refuse): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  if (entries.length === 0) return '';
  const search = new URLSearchParams();
  for (const [name, value] of entries) {
    for (const each of Array.isArray(value) ? (value as unknown[]) : [value]) {
      search.append(name, parameterText(['query', name], each, refuse));
    }
  }
  return search.size === 0 ? '' : `?${search.toString()}`;
}

function parameterText(path: string[], value: unknown, refuse: Refuse): string {
  if (value instanceof Date) return dateText(value) ?? refuse(path, 'is an invalid Date');
  if (typeof value === 'string') {
    return HALF_PAIR.test(value) ? refuse(path, 'has half a surrogate pair') : value;
  }
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return refuse(path, 'must be a text, a finite number, a boolean or a Date');
}
