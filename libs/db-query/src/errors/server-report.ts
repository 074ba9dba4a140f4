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
 * Classes of SQLSTATE whose messages name tables, columns, roles and pieces of the SQL text only.
 * Others quote what they met in a row or a parameter (`invalid input syntax for type integer: "…"`)
 * or come from a function that may say anything.
 */
const NAMES_ONLY = new Set([
  '08',
  '0A',
  '25',
  '26',
  '28',
  '34',
  '3D',
  '3F',
  '40',
  '42',
  '53',
  '54',
  '55',
  '57',
  '72',
]);

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
  P0001: 'an exception raised by a function',
  XX000: 'an internal error',
};

/** Reads an error of node-postgres as the server's report, or tells that it is none. */
export function serverReportOf(error: unknown): ServerReport | undefined {
  if (!(error instanceof Error) || !('severity' in error)) return undefined;
  const field = (name: string): string | undefined => text(Reflect.get(error, name));
  const sqlState = field('code');
  if (sqlState === undefined || !/^[0-9A-Z]{5}$/.test(sqlState)) return undefined;
  const safe = NAMES_ONLY.has(sqlState.slice(0, 2));
  const position = Number(field('position'));
  return {
    sqlState,
    message: safe ? error.message : withheld(sqlState),
    hint: safe ? field('hint') : undefined,
    position: Number.isInteger(position) && position > 0 ? position : undefined,
    severity: field('severity'),
    routine: field('routine'),
  };
}

function withheld(sqlState: string): string {
  return `${CONDITIONS[sqlState] ?? 'an error'} (its text may quote data and is withheld)`;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
