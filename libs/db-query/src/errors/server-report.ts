/** The parts of PostgreSQL's ErrorResponse that are safe to pass on. */
export interface ServerReport {
  readonly sqlState: string;
  /** The server's message, or what stands for it where that may quote a value. */
  readonly message: string;
  readonly hint: string | undefined;
  readonly position: number | undefined;
  readonly severity: string | undefined;
  readonly routine: string | undefined;
}

/**
 * Classes of SQLSTATE about connections, sessions and rights: their messages name roles, databases
 * and tables.
 */
const OPERATIONAL = new Set(['08', '25', '28', '3D', '40', '53', '55', '57', '72']);

/**
 * Classes about the SQL text. While it is parsed, their messages name tables, columns and pieces of
 * the text. Later they come from values that are parsed on their own: the text of a `regclass`, a
 * `tsquery`, a path in JSON.
 */
const ABOUT_SQL = new Set(['0A', '26', '34', '3F', '42', '54']);

/** Names of the withheld conditions that a query meets most. */
const CONDITIONS: Readonly<Record<string, string>> = {
  '22001': 'string data right truncation',
  '22003': 'numeric value out of range',
  '22007': 'invalid datetime format',
  '22008': 'datetime field overflow',
  '22012': 'division by zero',
  '22021': 'character not in repertoire',
  '22023': 'invalid parameter value',
  '22P02': 'invalid text representation',
  '23505': 'unique violation',
  '42601': 'a syntax error',
  '42703': 'an undefined column',
  '42883': 'an undefined function',
  '42P01': 'an undefined table',
  P0001: 'an exception raised by a function',
  XX000: 'an internal error',
};

/**
 * Reads an error of node-postgres as the server's report, or tells that it is none. Whatever may
 * quote a value of a row or a parameter (`invalid input syntax for type integer: "…"`) is withheld.
 *
 * @param parsing whether the server was parsing the SQL text and had no values yet
 */
export function serverReportOf(error: unknown, parsing: boolean): ServerReport | undefined {
  if (!(error instanceof Error) || !('severity' in error)) return undefined;
  const field = (name: string): string | undefined => text(Reflect.get(error, name));
  const sqlState = field('code');
  if (sqlState === undefined || !/^[0-9A-Z]{5}$/.test(sqlState)) return undefined;
  const routine = field('routine');
  const about = sqlState.slice(0, 2);
  const known = OPERATIONAL.has(about) || sqlState === '42501' || (parsing && ABOUT_SQL.has(about));
  // RAISE in a function can say anything under any SQLSTATE.
  const safe = known && routine !== 'exec_stmt_raise';
  const position = Number(field('position'));
  return {
    sqlState,
    message: safe ? error.message : withheld(sqlState),
    hint: parsing && safe ? field('hint') : undefined,
    position: parsing && position > 0 ? position : undefined,
    severity: field('severity'),
    routine,
  };
}

function withheld(sqlState: string): string {
  return `${CONDITIONS[sqlState] ?? 'an error'} (its text may quote data and is withheld)`;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
