import { LedgerError, openLedger, type RunRecord } from '@org/sync/ledger';
import { dirname } from 'node:path';
import { existingFolder } from '../existing-folder.js';
import { failed, ok, warning, type Finding } from '../finding.js';
import { networkFileSystem } from '../network-file-system.js';
import { probeFolder } from '../probe-folder.js';
import { shownPath } from '../shown-path.js';
import { ledgerRights } from './ledger-rights.js';

/** How long others may be writing to a ledger before that is told. */
const BUSY_MS = 2_000;

/**
 * Whether the ledger opens, whether a run may write to it, and whether one is going on. One that is not
 * there is not made.
 */
export async function ledger(url: string, cwd: string, signal: AbortSignal): Promise<Finding> {
  const [, path] = /^sqlite:(.+)$/.exec(url) ?? [];
  const shown = path === undefined ? 'the one in PostgreSQL' : shownPath(path, cwd);
  if (path === ':memory:') {
    return warning(
      'it is kept in memory and forgotten at the end of each run',
      'set LEDGER_URL to sqlite:PATH or postgres://…, or each run sends everything',
    );
  }
  try {
    const remote = path === undefined ? undefined : placeOf(path);
    if (remote !== undefined) return onNetwork(remote);
    await using opened = await openLedger({
      url,
      create: false,
      ...(path !== undefined && { busyTimeoutMs: BUSY_MS }),
    });
    const runs = await opened.runs({ limit: 100 });
    const rights = path === undefined ? await ledgerRights(url, true, signal) : undefined;
    const found = findingOf(shown, runs);
    return found.status === 'ok' || rights?.status === 'failed' ? (rights ?? found) : found;
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error;
    if (error.code !== 'MISSING') return failed(error.message);
    const rights = path === undefined ? await ledgerRights(url, false, signal) : undefined;
    return rights ?? ok(`${shown} is not there yet: the first run makes it`);
  }
}

/** Looks at the place of a file, and names the network file system that it is on. */
function placeOf(path: string): string | undefined {
  try {
    const folder = existingFolder(dirname(path));
    probeFolder(folder);
    return networkFileSystem(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new LedgerError(
      'PERMISSION',
      `${path} can't be made (${code ?? String(error)}): name a file in a folder that you may write to with LEDGER_URL`,
    );
  }
}

function onNetwork(name: string): Finding {
  return failed(
    `it is on a network file system (${name}), where neither SQLite's log nor its locks work`,
    'put it on a disk of this machine, or use a ledger in PostgreSQL: LEDGER_URL',
  );
}

function findingOf(place: string, runs: readonly RunRecord[]): Finding {
  const running = runs.filter((run) => run.running);
  if (running.length > 0) {
    const told = running.map(
      ({ sync, pid, host, startedAt }) =>
        `${sync} is being run by process ${String(pid)} on ${host} since ${new Date(startedAt).toISOString()}`,
    );
    return warning(
      told.join('\n'),
      'a second run of a sync ends at once: wait until it is done, or end that process',
    );
  }
  const [last] = runs;
  if (!last) return ok(`${place}, without a run yet`);
  const when = new Date(last.startedAt).toISOString();
  const how = last.end ? (last.end.stopped ? 'stopped early' : 'came to its end') : 'was killed';
  return ok(place, { details: [`the last run, of ${last.sync} at ${when}, ${how}`] });
}
