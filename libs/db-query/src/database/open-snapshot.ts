import type { ResolvedOptions } from '../options/resolve-options.js';
import type { Connect } from './connector.js';
import { endOnAbort } from './end-on-abort.js';
import { PostgresSnapshot } from './postgres-snapshot.js';
import { Session } from './session.js';
import { snapshotSettings } from './session-settings.js';
import type { Snapshot } from './snapshot.js';

const BEGIN = 'begin isolation level repeatable read, read only';

/** Begins a snapshot; it is among `open` from its first statement until its connection is back. */
export async function openSnapshot(
  connect: Connect,
  options: ResolvedOptions,
  signal: AbortSignal | undefined,
  open: Set<Snapshot>,
): Promise<Snapshot> {
  const { server } = options;
  const session = new Session(await connect(signal), options);
  const snapshot = new PostgresSnapshot(session, server);
  const stopListening = endOnAbort(session, server, signal);
  open.add(snapshot);
  void session.ended.then(() => {
    stopListening();
    open.delete(snapshot);
  });
  await session.run(BEGIN);
  const { text, values } = snapshotSettings(options);
  await session.run(text, values);
  return snapshot;
}
