import { openDatabase, type Database, type DatabaseOptions } from '@org/db-query';
import { EXIT } from '../exit-code.js';
import { database as databaseAnswers } from './checks/database.js';
import { encryption } from './checks/encryption.js';
import { settings as settingsHold } from './checks/settings.js';
import { statementTimeout } from './checks/statement-timeout.js';
import type { Examination, Outcome } from './examination.js';
import type { SettingParts } from './read-parts.js';

/** The database, as far as it could be reached. */
export interface ExaminedDatabase extends AsyncDisposable {
  readonly database: Outcome<Database>;
}

/** The server, and the session that a run has there. */
export async function examineDatabase(
  exam: Examination,
  { database: { database: options }, databaseProblems: problems, hint }: SettingParts,
): Promise<ExaminedDatabase> {
  const hold = await exam.check({ name: 'database settings', exitCode: EXIT.usage }, [], () =>
    settingsHold({ problems, hint, found: 'they hold', make: () => options }),
  );
  const opened = hold.value && openDatabase(impatient(hold.value, exam.timeLimitMs));
  const close = async (): Promise<void> => opened?.close();
  try {
    const head = (name: string) => ({ name, exitCode: EXIT.database });
    const needed = { name: hold.name, ...(opened && { value: opened }) };
    const answers = await exam.check(head('database'), [needed], ([given], signal) =>
      databaseAnswers(given, signal),
    );
    await exam.check(head('encryption'), [answers], ([{ database, session }]) =>
      encryption(database.server.host, session),
    );
    await exam.check(head('statement timeout'), [answers], ([{ database, session }]) =>
      statementTimeout(database.server.user, session),
    );
    const { name, value } = answers;
    return {
      database: { name, ...(value && { value: value.database }) },
      [Symbol.asyncDispose]: close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A server that is starting up is told of, not waited for; and it tells more than a check without time. */
function impatient(options: DatabaseOptions, timeLimitMs: number): DatabaseOptions {
  const { connectTimeoutMs = timeLimitMs } = options;
  return {
    ...options,
    startupTimeoutMs: 0,
    connectTimeoutMs: Math.min(connectTimeoutMs, Math.ceil(timeLimitMs * 0.9)),
  };
}
