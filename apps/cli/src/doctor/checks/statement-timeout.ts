import { ok, warning, type Finding } from '../finding.js';
import type { SessionFacts } from '../session-facts.js';

/** The key's check and the CSV are one statement each, however many rows there are. */
const ENOUGH_MS = 600_000;

/** Whether the server would end what a run asks of it. */
export function statementTimeout(
  user: string,
  { statementTimeoutMs: limit }: SessionFacts,
): Finding {
  if (limit === 0) return ok('none');
  const text = `${String(limit / 1000)} s`;
  if (limit >= ENOUGH_MS) return ok(text);
  return warning(
    `${text}, in which the whole CSV must be written and all keys be checked`,
    `give this role more time: alter role ${identifier(user)} set statement_timeout = '15min'`,
  );
}

function identifier(name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
}
