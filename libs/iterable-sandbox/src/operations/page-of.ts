import type { Call } from './handler.js';

/** A page of many, and where the pages beside it are. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly links: { readonly nextPageUrl?: string; readonly previousPageUrl?: string };
}

/** The page that a request asks for with `page`, counted from 1, and `pageSize`. */
export function pageOf<T>({ query, path }: Call, all: readonly T[], usualSize = 10): Page<T> {
  const page = Number(query['page'] ?? 1);
  const size = Number(query['pageSize'] ?? usualSize);
  const url = (to: number): string => `${path ?? ''}?page=${to}&pageSize=${size}`;
  return {
    items: all.slice((page - 1) * size, page * size),
    links: {
      ...(page * size < all.length && { nextPageUrl: url(page + 1) }),
      ...(page > 1 && { previousPageUrl: url(page - 1) }),
    },
  };
}
