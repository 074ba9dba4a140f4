import type { IterableClient } from '@org/iterable-client';
import { runSync, type StopReason, type SyncListener, type SyncSummary } from '@org/sync';
import { openLedger, type Ledger } from '@org/sync/ledger';
import { basename } from 'node:path';
import type { Config } from '../config/config.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { anonymizer, hideNothing, type Hide } from '../log/anonymizer.js';
import { redactor } from '../log/redactor.js';
import { counted } from '../screen/counted.js';
import { recordListener } from '../screen/record-listener.js';
import { tellSummary } from '../screen/summary.js';
import type { Session } from '../session/session.js';
import { exitCodeOf } from './exit-code-of.js';
import { exitLine } from './exit-line.js';
import { exportCsv } from './export-csv.js';
import { FailureFile } from './failure-file.js';
import { heldBack } from './held-back.js';
import type { Job } from './job.js';
import { logEvents } from './log-events.js';
import { openClient } from './open-client.js';
import { openSource, type Source } from './open-source.js';
import { csvPath, outputFiles, requireWritableFolder } from './output-files.js';
import { ReasonTally } from './reason-tally.js';
import { requireDelivery } from './require-delivery.js';
import { resultsJson, writeResults, type Results } from './results.js';
import type { Sending } from './sending.js';

/** What a run is composed of. */
export interface RunContext extends Session {
  readonly config: Config;
}

/**
 * The main job: query, CSV, delivery, summary.
 *
 * @throws what keeps it from starting: nothing was sent then. From the first record on, whatever
 * happens ends in the summary, the results file and the exit code.
 */
export async function runJob(job: Job, sending: Sending, context: RunContext): Promise<ExitCode> {
  const { config, narrator, interrupt, now } = context;
  narrator.step('1', 'Loading configuration');
  requireWritableFolder(config.outputDir);
  requireDelivery(sending, config);
  narrator.info('Configuration is valid');

  await using source = await openSource(job, config, context);
  const { client, auth } = openClient(config, context);

  narrator.step('4.5', 'Exporting query results to CSV');
  const csv = await exportCsv(source, job.query, {
    path: csvPath(config.outputDir, new Date(now())),
    signal: interrupt.stop,
  });
  const files = outputFiles(csv.path);
  narrator.info(`Exported ${counted(csv.rows, 'record')} to CSV: ${basename(files.csv)}`);
  for (const { message } of csv.warnings) narrator.warning(`⚠ CSV: ${message}`);

  narrator.step('5', 'Processing user records');
  await using ledger = await openLedger(config.ledgerUrl);
  interrupt.deliveryBegins();
  const reasons = new ReasonTally();
  const failureFile = new FailureFile(files.failures, redactor(config.secrets));
  const hide = config.log.redact ? anonymizer() : hideNothing;
  const summary = await deliver(source, sending, { client, ledger, hide }, context, (event) => {
    reasons.listen(hide.event(event));
    failureFile.listen(event);
  }).finally(() => failureFile.close());
  const failures = failureFile.close();
  const told = hide.summary(summary);
  const { stopped } = told;
  if (stopped && !ASKED_FOR.has(stopped.reason)) {
    narrator.error(`error[${stopped.reason.toUpperCase()}]: ${stopped.detail}`);
  }

  narrator.step('6', 'Summarizing results');
  const statistics = client.statistics();
  const results: Results = { summary, files, csv, auth, failures, statistics };
  return conclude(results, { reasons, told }, context);
}

/** Ends that somebody asked for are no errors. */
const ASKED_FOR: ReadonlySet<StopReason> = new Set<StopReason>(['interrupted', 'limit']);

/** Writes the results and tells the summary; what could not be written is an error of its own. */
function conclude(
  results: Results,
  { reasons, told }: { readonly reasons: ReasonTally; readonly told: SyncSummary },
  { config, log, narrator, result }: RunContext,
): ExitCode {
  const exitCode = exitCodeOf(results.summary);
  const context = { exitCode, log, secrets: config.secrets };
  const written = writeResults(results, context);
  const problem = written ?? results.failures.problem;
  const shown = { ...results, summary: told };
  tellSummary(shown, { reasons: reasons.sorted(), written: !written }, narrator);
  const why = exitLine(results, exitCode);
  if (why) narrator.error(why);
  if (problem) narrator.error(`error[RESULTS]: ${problem}`);
  if (log.failure) narrator.error(`error[LOG_FILE]: the log is incomplete: ${log.failure.message}`);
  result(resultsJson(results, context));
  return exitCode === EXIT.ok && (problem ?? log.failure) ? EXIT.usage : exitCode;
}

interface DeliveryParts {
  readonly client: IterableClient;
  readonly ledger: Ledger;
  /** Takes personal data out of what is told. */
  readonly hide: Hide;
}

async function deliver(
  { sync, rows, total }: Source,
  sending: Sending,
  { client, ledger, hide }: DeliveryParts,
  { screen, log, interrupt, verbose, now }: RunContext,
  listen: SyncListener,
): Promise<SyncSummary> {
  const logged = logEvents(log, hide);
  const shown = recordListener(screen, {
    total,
    verbose,
    now,
    limited: () => heldBack(client.rateLimiter),
    hide,
  });
  try {
    return await runSync({
      sync,
      rows,
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
