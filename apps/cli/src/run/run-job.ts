import { authFromEnvironment, type EnvironmentAuth } from '@org/auth';
import { openDatabase, type Database, type Snapshot } from '@org/db-query';
import { IterableClient } from '@org/iterable-client';
import { runSync, type StopReason, type SyncListener, type SyncSummary } from '@org/sync';
import { openLedger, type Ledger } from '@org/sync/ledger';
import { basename } from 'node:path';
import type { Config } from '../config/config.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Log } from '../log/log.js';
import { redactor } from '../log/redactor.js';
import { recordListener } from '../screen/record-listener.js';
import type { Screen } from '../screen/screen.js';
import { tellSummary } from '../screen/summary.js';
import { exitCodeOf } from './exit-code-of.js';
import { exportCsv } from './export-csv.js';
import { FailureFile } from './failure-file.js';
import type { Interrupt } from './interrupt.js';
import type { Job } from './job.js';
import { logEvents } from './log-events.js';
import { Narrator } from './narrator.js';
import { csvPath, outputFiles, requireWritableFolder } from './output-files.js';
import { ReasonTally } from './reason-tally.js';
import { requireKey } from './require-key.js';
import { writeResults, type Results } from './results.js';
import type { Sending } from './sending.js';

/** What a run is composed of. */
export interface RunContext {
  readonly config: Config;
  readonly screen: Screen;
  readonly log: Log;
  readonly interrupt: Interrupt;
  /** A block of lines for each record, however many there are. */
  readonly verbose: boolean;
  readonly sending: Sending;
  readonly now: () => number;
}

/**
 * The main job: query, CSV, delivery, summary.
 *
 * @throws what keeps it from starting: nothing was sent then. From the first record on, whatever
 * happens ends in the summary, the results file and the exit code.
 */
export async function runJob<Row extends object>(
  job: Job<Row>,
  context: RunContext,
): Promise<ExitCode> {
  const { config, screen, log, interrupt, now } = context;
  const narrator = new Narrator(screen, log.logger('iterable_sync'));

  narrator.step('1', 'Loading configuration');
  requireWritableFolder(config.outputDir);
  narrator.info('Configuration is valid');

  narrator.step('2', 'Connecting to database');
  await using database = openDatabase(config.database);
  await tellDatabase(database, narrator, interrupt);

  narrator.step('3', `Querying ${job.title}`);
  await using snapshot = await database.snapshot({ signal: interrupt.stop });
  const { rows } = await requireKey(snapshot, job, interrupt.stop);
  narrator.info(
    `Found ${String(rows)} records in one read-only snapshot, each with its own ${job.keyColumn}`,
  );

  narrator.step('4', 'Initializing Iterable API client');
  const auth = openAuthentication(config, log, narrator);
  const client = new IterableClient({
    auth: auth.authenticator,
    ...config.iterable.location,
    maxAttempts: config.iterable.maxAttempts,
    timeoutMs: config.iterable.timeoutMs,
  });

  narrator.step('4.5', 'Exporting query results to CSV');
  const csv = await exportCsv(snapshot, job.query, {
    path: csvPath(config.outputDir, new Date(now())),
    signal: interrupt.stop,
  });
  const files = outputFiles(csv.path);
  narrator.info(`Exported ${String(csv.rows)} records to CSV: ${basename(files.csv)}`);
  for (const { message } of csv.warnings) narrator.warning(`⚠ CSV: ${message}`);

  narrator.step('5', 'Processing user records');
  await using ledger = await openLedger(config.ledgerUrl);
  interrupt.deliveryBegins();
  const reasons = new ReasonTally();
  const failureFile = new FailureFile(files.failures, redactor(config.secrets));
  const summary = await deliver(job, snapshot, client, ledger, csv.rows, context, (event) => {
    reasons.listen(event);
    failureFile.listen(event);
  }).finally(() => failureFile.close());
  const failures = failureFile.close();
  if (summary.stopped && !ASKED_FOR.has(summary.stopped.reason)) {
    narrator.error(`error[${summary.stopped.reason.toUpperCase()}]: ${summary.stopped.detail}`);
  }

  narrator.step('6', 'Summarizing results');
  const statistics = client.statistics();
  const results: Results = { summary, files, csv, auth, failures, statistics };
  return conclude(results, reasons, narrator, context);
}

/** Ends that somebody asked for are no errors. */
const ASKED_FOR: ReadonlySet<StopReason> = new Set<StopReason>(['interrupted', 'limit']);

/** Writes the results and tells the summary; what could not be written is an error of its own. */
function conclude(
  results: Results,
  reasons: ReasonTally,
  narrator: Narrator,
  { config, log }: RunContext,
): ExitCode {
  const exitCode = exitCodeOf(results.summary);
  const written = writeResults(results, { exitCode, log, secrets: config.secrets });
  const problem = written ?? results.failures.problem;
  tellSummary(results, { reasons: reasons.sorted(), written: !written }, narrator);
  if (problem) narrator.error(`error[RESULTS]: ${problem}`);
  if (log.failure) narrator.error(`error[LOG_FILE]: the log is incomplete: ${log.failure.message}`);
  return exitCode === EXIT.ok && (problem ?? log.failure) ? EXIT.usage : exitCode;
}

async function tellDatabase(database: Database, narrator: Narrator, interrupt: Interrupt) {
  const info = await database.check({ signal: interrupt.stop });
  narrator.info(
    `Connected to PostgreSQL ${info.serverVersion}, database ${info.database}, as ${info.user}`,
  );
}

function openAuthentication(config: Config, log: Log, narrator: Narrator): EnvironmentAuth {
  const client = log.logger('iterable_client');
  const auth = authFromEnvironment(config.authentication, {
    onSigned: () => {
      client.debug('JWT token generated successfully');
    },
  });
  for (const { message } of auth.warnings) narrator.warning(`⚠ ${message}`);
  narrator.info(auth.used === 'jwt' ? 'Using JWT authentication' : 'Using API key authentication');
  return auth;
}

async function deliver<Row extends object>(
  job: Job<Row>,
  snapshot: Snapshot,
  client: IterableClient,
  ledger: Ledger,
  total: number,
  { screen, log, interrupt, verbose, sending, now }: RunContext,
  listen: SyncListener,
): Promise<SyncSummary> {
  const logged = logEvents(log);
  const shown = recordListener(screen, { total, verbose, now });
  try {
    return await runSync({
      sync: job.sync,
      rows: snapshot.stream(job.query, { signal: interrupt.stop }),
      client,
      ledger,
      ...sending,
      total,
      stop: interrupt.stop,
      signal: interrupt.abort,
      onEvent: (event) => {
        logged(event);
        shown.listen(event);
        listen(event);
      },
      now,
    });
  } finally {
    shown.end();
  }
}
