import type { Ledger } from '@org/sync/ledger';
import { resolve } from 'node:path';
import { requireLedgerConfig } from '../config/require-ledger-config.js';
import { nearest } from '../errors/nearest.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import { FailureList } from '../failures/failure-list.js';
import { tellFailures } from '../failures/tell-failures.js';
import { writeFailuresJson } from '../failures/write-failures-json.js';
import type { Io } from '../io.js';
import { redactor } from '../log/redactor.js';
import type { FailuresOptions } from '../program/failures.js';
import { findLedger } from '../run/find-ledger.js';
import { onScreen } from '../session/on-screen.js';
import { unlessAborted } from '../session/unless-aborted.js';
import type { View } from '../session/view.js';
import { requireKnownSync } from '../status/require-known-sync.js';

/** Records that are shown where nobody says how many. */
const SHOWN = 100;

/** `iterable-sync failures`: what the ledger knows, or with `--retry` another attempt. */
export async function failures(
  name: string | undefined,
  options: FailuresOptions,
  io: Io,
): Promise<ExitCode> {
  if (!options.retry) return list(name, options, io);
  // What sends is loaded only where something is sent.
  const { retryFailures } = await import('./retry-failures.js');
  return retryFailures(name, options, io);
}

async function list(name: string | undefined, options: FailuresOptions, io: Io): Promise<ExitCode> {
  const config = requireLedgerConfig(options, io);
  const { csv, json, code, gone, limit = csv || json ? undefined : SHOWN } = options;
  const talk = csv || json ? 'stderr' : 'stdout';
  return onScreen(config, { ...options, talk }, io, async (view) => {
    const { signal } = view;
    await using found = await unlessAborted(openSyncs(config.ledgerUrl, name), signal);
    if (name !== undefined) await requireKnownSync(name, found.ran, options, io);
    const told = new FailureList(found.ledger, {
      syncs: found.syncs,
      ...{ code, gone, limit, signal },
      redact: redactor(config.secrets),
      anonymous: config.log.redact,
    });
    if (csv !== undefined) {
      const { failuresToCsv } = await import('../failures/failures-to-csv.js');
      await failuresToCsv(told, placeOf(csv, io.cwd), view);
    } else {
      const telling = json
        ? writeFailuresJson(io.stdout, told, found.ledger !== undefined)
        : tellFailures(told, view);
      // Who reads stdout may have stopped, and would be waited for.
      await unlessAborted(telling, signal);
    }
    if (told.tally.records === 0) tellNone(told, code, view);
    return EXIT.ok;
  });
}

/** Where a CSV goes: `-` is stdout. */
function placeOf(csv: string | true, cwd: string): string {
  return csv === true || csv === '-' ? '-' : resolve(cwd, csv);
}

/** The ledger, where there is one, and the names of the syncs that are asked for. */
async function openSyncs(url: string, name: string | undefined) {
  const ledger: Ledger | undefined = await findLedger(url);
  const close = async (): Promise<void> => ledger?.close();
  try {
    const ran = ((await ledger?.syncs()) ?? []).map(({ sync }) => sync);
    const syncs = ran.filter((sync) => name === undefined || sync === name);
    return { ledger, ran, syncs, [Symbol.asyncDispose]: close };
  } catch (error) {
    await close();
    throw error;
  }
}

function tellNone(
  { tally: { codes }, left }: FailureList,
  code: string | undefined,
  { screen }: View,
): void {
  if (code === undefined || codes.length === 0) {
    if (left === 0) screen.line('INFO', 'Nothing failed when it was last sent.');
    return;
  }
  const meant = nearest(code, codes);
  const hint = meant === undefined ? `there are ${codes.join(', ')}` : `did you mean ${meant}?`;
  if (!codes.includes(code)) {
    screen.line('WARNING', `⚠ No failure has the code ${code}; ${hint}`);
  }
}
