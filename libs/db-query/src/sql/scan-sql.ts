/** A piece of SQL that stands for itself: never inside of a text, a name in quotes or a comment. */
export interface SqlToken {
  readonly kind: 'named' | 'positional' | 'semicolon' | 'operand' | 'other';
  /** The name behind the colon of a named parameter, the number of a positional one. */
  readonly name?: string;
  /** Where it is, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** What a text lacks that ends within a literal or a comment. */
export interface Unterminated {
  readonly kind: 'unterminated';
  readonly what: string;
  readonly start: number;
}

/** PostgreSQL's white space; it takes all beyond ASCII for letters. */
const SPACE = /[ \t\n\r\f\v]+/y;
const LINE_COMMENT = /--[^\n\r]*/y;
const NAME = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y;
const NUMBER = /\d[\w.]*/y;
const QUOTED_NAME = /"[^"]*(?:""[^"]*)*"/y;
const TEXT = /'[^']*(?:''[^']*)*'/y;
/** Backslashes escape here, also where the text goes on in quotes on a later line. */
const ESCAPED_TEXT =
  /e'[^'\\]*(?:(?:\\[^]|'')[^'\\]*)*'(?:(?:[ \t\f\v]|--[^\n\r]*)*[\n\r](?:[ \t\n\r\f\v]|--[^\n\r]*[\n\r])*'[^'\\]*(?:(?:\\[^]|'')[^'\\]*)*')*/iy;
const ESCAPED_START = /e'/iy;
const DOLLAR = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y;
const POSITIONAL = /\$(\d+)/y;
const NAMED = /:([A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)/y;
const CAST_OR_ASSIGNMENT = /::|:=/y;

/**
 * Splits SQL as PostgreSQL's own scanner does, as far as it takes to tell parameters and semicolons
 * from texts, names, comments, casts and slices of arrays. White space and comments give nothing.
 *
 * A colon right behind an operand is that of a slice, as in `a[1:n]`; with a space between, `:n` is a
 * parameter.
 *
 * @see https://www.postgresql.org/docs/current/sql-syntax-lexical.html
 */
export function* scanSql(sql: string): Generator<SqlToken | Unterminated, void, undefined> {
  let start = 0;
  let operandEnd = -1;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = start;
    return pattern.exec(sql);
  };
  const matchAny = (...patterns: readonly RegExp[]): RegExpExecArray | undefined => {
    for (const pattern of patterns) {
      const found = match(pattern);
      if (found !== null) return found;
    }
    return undefined;
  };
  while (start < sql.length) {
    const blank = matchAny(SPACE, LINE_COMMENT);
    if (blank !== undefined) {
      start += blank[0].length;
      continue;
    }
    if (sql.startsWith('/*', start)) {
      const end = endOfComment(sql, start);
      if (end === undefined) return yield { kind: 'unterminated', what: 'a comment', start };
      start = end;
      continue;
    }
    const token = tokenAt();
    if (token.kind === 'unterminated') return yield token;
    yield token;
    const closes = token.kind === 'other' && /[)\]]/.test(sql.charAt(start));
    if (token.kind !== 'other' || closes) operandEnd = token.end;
    start = token.end;
  }

  function tokenAt(): SqlToken | Unterminated {
    const escaped = match(ESCAPED_TEXT);
    if (escaped === null && match(ESCAPED_START) !== null) {
      return { kind: 'unterminated', what: 'a text in quotes', start };
    }
    const operand = escaped ?? matchAny(NAME, NUMBER, TEXT, QUOTED_NAME);
    if (operand !== undefined) return here('operand', operand[0].length);
    const dollar = match(DOLLAR);
    if (dollar !== null) {
      const close = sql.indexOf(dollar[0], start + dollar[0].length);
      if (close < 0) return { kind: 'unterminated', what: `a text in ${dollar[0]}`, start };
      return here('operand', close + dollar[0].length - start);
    }
    const positional = match(POSITIONAL);
    if (positional !== null) return here('positional', positional[0].length, positional[1]);
    const pair = match(CAST_OR_ASSIGNMENT);
    if (pair !== null) return here('other', pair[0].length);
    const named = operandEnd === start ? null : match(NAMED);
    if (named !== null) return here('named', named[0].length, named[1]);
    const character = sql.charAt(start);
    if (character === "'") return { kind: 'unterminated', what: 'a text in quotes', start };
    if (character === '"') return { kind: 'unterminated', what: 'a name in quotes', start };
    return here(character === ';' ? 'semicolon' : 'other', 1);
  }

  function here(kind: SqlToken['kind'], length: number, name?: string): SqlToken {
    return { kind, start, end: start + length, ...(name !== undefined && { name }) };
  }
}

/** Comments nest. */
function endOfComment(sql: string, start: number): number | undefined {
  const edge = /\/\*|\*\//g;
  edge.lastIndex = start;
  let depth = 0;
  for (let found = edge.exec(sql); found !== null; found = edge.exec(sql)) {
    depth += found[0] === '/*' ? 1 : -1;
    if (depth === 0) return edge.lastIndex;
  }
  return undefined;
}
