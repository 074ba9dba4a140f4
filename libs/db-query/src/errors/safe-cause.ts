import type { ServerReport } from './server-report.js';

/** Fields of Node's network and TLS errors that say something and hold no secret. */
const FIELDS = ['code', 'errno', 'syscall', 'address', 'port', 'hostname'] as const;

/** A cause to chain in place of the server's error, which carries values in `detail` and `where`. */
export function causeOfReport(report: ServerReport): Error {
  const { message, sqlState, severity, routine } = report;
  return Object.assign(new Error(message), { name: 'PostgresError', sqlState, severity, routine });
}

/** A cause to chain in place of a client's error, which may carry a client, a socket, a password. */
export function causeOfClientError(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  const cause = new Error(messageOf(error));
  cause.name = error.name;
  for (const field of FIELDS) {
    const value: unknown = Reflect.get(error, field);
    if (value !== undefined) Object.defineProperty(cause, field, { value, enumerable: true });
  }
  return cause;
}

/** What a client's error says; an `AggregateError` of several addresses says nothing by itself. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') {
    return error.errors.map((each) => messageOf(each)).join('; ');
  }
  return error instanceof Error ? error.message : String(error);
}
