import { startEmbeddedDatabase } from '@org/db-query/embedded';
import { createSandbox } from '@org/iterable-sandbox';
import { ConfigurationError } from '../config/configuration-error.js';
import { resolveConfig } from '../config/resolve-config.js';
import { demoKeys, demoSettings } from '../demo/demo-settings.js';
import { failAtFirst } from '../demo/fail-at-first.js';
import { sampleSql } from '../demo/sample-sql.js';
import { tellNextSteps } from '../demo/tell-next-steps.js';
import { tellSandbox } from '../demo/tell-sandbox.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { builtInJob } from '../project/built-in-job.js';
import type { DemoOptions } from '../program/demo.js';
import { settingsFromFlags } from '../program/setting-flags.js';
import { runJob } from '../run/run-job.js';
import { inSession } from '../session/in-session.js';

/** `iterable-sync demo`: the very same run, on parts that live as long as it does. */
export async function demo(options: DemoOptions, io: Io): Promise<ExitCode> {
  const say = (text: string): void => {
    if (!options.quiet) (options.json ? io.stderr : io.stdout).write(`${text}\n`);
  };
  say('Starting an embedded PostgreSQL with sample data, and a local Iterable...');
  await using database = await startEmbeddedDatabase();
  for (const statement of sampleSql(options.users)) await database.execute(statement);
  await using sandbox = await createSandbox({ apiKeys: demoKeys(options.jwt) });
  if (options.flaky) failAtFirst(sandbox);
  const { config, problems } = resolveConfig(
    {
      cwd: io.cwd,
      // Nothing of the user's own may slip in: neither its database nor its key.
      env: {},
      envFile: false,
      flags: {
        ...settingsFromFlags(options),
        ...demoSettings(database.url, sandbox.url, options.jwt),
      },
    },
    ['database', 'iterable'],
  );
  if (problems.length > 0) throw new ConfigurationError(problems);
  // The embedded database has one session, which all connections would share.
  const oneSession = { ...config, database: { ...config.database, maxConnections: 1 } };
  const exitCode = await inSession(oneSession, options, io, (session) =>
    runJob(builtInJob(), { select: 'changed' }, { config: oneSession, ...session }),
  );
  tellSandbox(sandbox, say);
  if (exitCode === EXIT.ok) tellNextSteps(say);
  return exitCode;
}
