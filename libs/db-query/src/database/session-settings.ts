import type { ResolvedOptions } from '../options/resolve-options.js';

/**
 * Settings on which the text of values depends. Server, database or role may have others, so each
 * session states them: times in UTC and ISO 8601, floats with all their digits, bytes in hex.
 */
const TEXT_SETTINGS: Readonly<Record<string, string>> = {
  TimeZone: 'UTC',
  DateStyle: 'ISO',
  IntervalStyle: 'postgres',
  bytea_output: 'hex',
  extra_float_digits: '3',
  // What is a text to the server has to be one to `sqlQuery`, too.
  standard_conforming_strings: 'on',
};

/**
 * A snapshot is idle while its rows are delivered, perhaps for hours: no limit of the server may end
 * it. `transaction_timeout` exists from PostgreSQL 17 on.
 */
const SNAPSHOT_SETTINGS: Readonly<Record<string, string>> = {
  idle_in_transaction_session_timeout: '0',
  transaction_timeout: '0',
};

/** A statement with its parameters. */
export interface Statement {
  readonly text: string;
  readonly values: readonly string[];
}

/** Applies what a new connection needs. */
export function sessionSettings({ statementTimeoutMs }: ResolvedOptions): Statement {
  const timeout =
    statementTimeoutMs === undefined ? {} : { statement_timeout: String(statementTimeoutMs) };
  return setting({ ...TEXT_SETTINGS, ...timeout }, false);
}

/**
 * Applies what a snapshot needs, for its transaction only. It is the first statement of the
 * transaction and so the moment whose data the snapshot shows; it repeats the settings of the
 * session, since a pooler between may have changed the server connection.
 */
export function snapshotSettings({ statementTimeoutMs }: ResolvedOptions): Statement {
  const timeout =
    statementTimeoutMs === undefined ? {} : { statement_timeout: String(statementTimeoutMs) };
  return setting({ ...TEXT_SETTINGS, ...timeout, ...SNAPSHOT_SETTINGS }, true);
}

/** Settings that this server doesn't know are left out. */
function setting(settings: Readonly<Record<string, string>>, local: boolean): Statement {
  const pairs = Object.entries(settings);
  const rows = pairs.map((_, index) => `($${index * 2 + 1}, $${index * 2 + 2})`).join(', ');
  return {
    text: `select set_config(name, value, ${local}) from (values ${rows}) as wanted (name, value) where current_setting(name, true) is not null`,
    values: pairs.flat(),
  };
}
