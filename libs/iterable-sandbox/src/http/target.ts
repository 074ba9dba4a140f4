/** A request's target, taken apart. */
export interface Target {
  readonly path: string;
  /** Without the question mark. */
  readonly search: string;
}

/** Splits the path from the query string. */
export function readTarget(url: string): Target {
  const mark = url.indexOf('?');
  return mark < 0
    ? { path: url, search: '' }
    : { path: url.slice(0, mark), search: url.slice(mark + 1) };
}
