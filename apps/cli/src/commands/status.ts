import { requireLedgerConfig } from '../config/require-ledger-config.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { redactor } from '../log/redactor.js';
import type { StatusOptions } from '../program/status.js';
import { findLedger } from '../run/find-ledger.js';
import { onScreen } from '../session/on-screen.js';
import { unlessAborted } from '../session/unless-aborted.js';
import { hiddenRun } from '../status/hidden-run.js';
import { requireKnownSync } from '../status/require-known-sync.js';
import { statusJson, type Status } from '../status/status-json.js';
import { tellStatus } from '../status/tell-status.js';

/** `iterable-sync status`: what the ledger tells; it asks nothing else, and makes none. */
export async function status(
  name: string | undefined,
  options: StatusOptions,
  io: Io,
): Promise<ExitCode> {
  const config = requireLedgerConfig(options, io);
  return onScreen(config, options, io, async (view) => {
    const { screen, result, signal } = view;
    const found = await unlessAborted(readStatus(config.ledgerUrl, name, options.limit), signal);
    const { ran, ...known } = found;
    const status = config.log.redact ? { ...known, runs: known.runs.map(hiddenRun) } : known;
    if (name !== undefined) await requireKnownSync(name, ran, options, io);
    const none = name === undefined ? 'Nothing has run yet.' : `${name} has not run yet.`;
    if (status.syncs.length === 0) screen.line('INFO', none);
    else tellStatus(status, view);
    result(statusJson(status, redactor(config.secrets)));
    return EXIT.ok;
  });
}

/** The status of one sync or of all, and the names of all that ever ran. */
async function readStatus(
  url: string,
  name: string | undefined,
  limit: number,
): Promise<Status & { readonly ran: readonly string[] }> {
  await using ledger = await findLedger(url);
  if (!ledger) return { ledgerFound: false, syncs: [], runs: [], ran: [] };
  const all = await ledger.syncs();
  return {
    ledgerFound: true,
    syncs: all.filter(({ sync }) => name === undefined || sync === name),
    runs: await ledger.runs({ limit, ...(name !== undefined && { sync: name }) }),
    ran: all.map(({ sync }) => sync),
  };
}
