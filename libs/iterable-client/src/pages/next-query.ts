import type { CallInput } from '../call/call-input.js';
import type { Operation } from '../operations/operation.js';

type Query = NonNullable<CallInput['query']>;

/**
 * The query of the next page, or `undefined` where there is none. Of `nextPageUrl` nothing is used
 * but the parameters that the operation knows: its host and path could lead the API key elsewhere.
 */
export function nextQuery(
  { pages, query: known = [] }: Operation,
  reply: Readonly<Record<string, unknown>>,
  query: Query,
): Query | undefined | 'unreadable' {
  const by = pages?.by ?? 'nextPageUrl';
  const next = reply[by];
  if (next === undefined || next === null || next === '') return undefined;
  if (typeof next !== 'string') return 'unreadable';
  if (by === 'nextMarker') return { ...query, nextMarker: next };
  const given = URL.parse(next, 'https://api.iterable.com')?.searchParams;
  const names = known.filter((name) => given?.has(name));
  if (given === undefined || names.length === 0) return 'unreadable';
  const values = names.map((name) => {
    const all = given.getAll(name);
    return [name, all.length === 1 ? (all[0] ?? '') : all] as const;
  });
  return { ...query, ...Object.fromEntries(values) };
}
