/** A piece of the user's text that became something else in the SQL that is sent. */
export interface SqlEdit {
  /** Where it stands in the text, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** The text that a person wrote, and what was changed in it, so that positions can be told in it. */
export interface SqlOrigin {
  readonly text: string;
  /** In the order of the text. */
  readonly edits: readonly SqlEdit[];
}

/** The SQL with all edits made. */
export function applyEdits({ text, edits }: SqlOrigin): string {
  let sql = '';
  let done = 0;
  for (const { start, end, replacement } of edits) {
    sql += text.slice(done, start) + replacement;
    done = end;
  }
  return sql + text.slice(done);
}

/**
 * Where in the user's text a position of the server's is.
 *
 * @param position in characters (not code units) of the SQL that was sent, from 1
 * @returns an index into the text, in UTF-16 code units
 */
export function indexInText(origin: SqlOrigin, position: number): number {
  const sql = applyEdits(origin);
  const index = Array.from(sql)
    .slice(0, position - 1)
    .join('').length;
  let shift = 0;
  for (const { start, end, replacement } of origin.edits) {
    const at = start + shift;
    if (index < at) break;
    if (index < at + replacement.length) return start;
    shift += replacement.length - (end - start);
  }
  return index - shift;
}
