import { ADVICE } from './advice.js';
import { codeOfClientError } from './code-of-client-error.js';
import { codeOfSqlState } from './code-of-sql-state.js';
import { DatabaseError } from './database-error.js';
import type { DatabaseErrorCode } from './database-error-code.js';
import { causeOfClientError, causeOfReport, messageOf } from './safe-cause.js';
import { showPosition } from '../sql/show-position.js';
import { indexInText, type SqlOrigin } from '../sql/sql-origin.js';
import { describeServer, type ServerAddress } from './server-address.js';
import { serverReportOf } from './server-report.js';

/** What was being done when an error arrived. */
export interface ErrorContext {
  readonly server: ServerAddress;
  readonly doing: 'connect to' | 'read from';
  /** Whether the server was parsing the SQL text, so that its message can't quote a value. */
  readonly parsing?: boolean;
  /** The text of a person that was parsed. */
  readonly origin?: SqlOrigin | undefined;
  /** Whether a statement timeout was asked for; tells a timeout in a server of another language. */
  readonly hasStatementTimeout?: boolean;
}

/** Turns whatever node-postgres threw into a coded error without values. */
export function toDatabaseError(error: unknown, context: ErrorContext): DatabaseError {
  if (error instanceof DatabaseError) return error;
  const { server } = context;
  const report = serverReportOf(error, context.parsing === true);
  if (report === undefined) {
    const code = codeWhile(codeOfClientError(error), context);
    const message = sentence(context, messageOf(error), code);
    return new DatabaseError({ code, message, server, cause: causeOfClientError(error) });
  }
  const { sqlState, hint } = report;
  const { position, place, excerpt } = placeOf(report.position, context.origin);
  const code =
    sqlState === '57014' ? codeOfCancel(report.message, context) : codeOfSqlState(sqlState);
  const found = `${report.message}${place} (SQLSTATE ${sqlState})`;
  return new DatabaseError({
    code,
    message: sentence(context, hint === undefined ? found : `${found}. ${hint}`, code) + excerpt,
    sqlState,
    hint,
    position,
    server,
    cause: causeOfReport(report),
  });
}

/** Where in the SQL; for people in the text that they wrote, with a caret. */
function placeOf(
  position: number | undefined,
  origin: SqlOrigin | undefined,
): { position: number | undefined; place: string; excerpt: string } {
  if (position === undefined) return { position, place: '', excerpt: '' };
  if (origin === undefined) return { position, place: ` at character ${position}`, excerpt: '' };
  const shown = showPosition(origin.text, indexInText(origin, position));
  return {
    position: shown.position,
    place: ` at line ${shown.line}, column ${shown.column}`,
    excerpt: `\n${shown.excerpt}`,
  };
}

/** Cannot … database …: what was found. What to do. */
function sentence(context: ErrorContext, found: string, code: DatabaseErrorCode): string {
  const advice = ADVICE[code];
  const what = `Cannot ${context.doing} ${describeServer(context.server)}: ${found}`;
  if (advice === undefined) return what;
  return /[.?!]$/.test(what) ? `${what} ${advice}` : `${what}. ${advice}`;
}

/** A timeout on an open connection is a lost connection: only connecting can time out. */
function codeWhile(code: DatabaseErrorCode, context: ErrorContext): DatabaseErrorCode {
  return code === 'CONNECTION_TIMEOUT' && context.doing === 'read from' ? 'CONNECTION_LOST' : code;
}

/** A timeout and a cancellation share SQLSTATE 57014; only the message tells them apart. */
function codeOfCancel(message: string, context: ErrorContext): DatabaseErrorCode {
  if (message.includes('statement timeout')) return 'STATEMENT_TIMEOUT';
  if (message.includes('user request')) return 'CANCELLED';
  return context.hasStatementTimeout === true ? 'STATEMENT_TIMEOUT' : 'CANCELLED';
}
