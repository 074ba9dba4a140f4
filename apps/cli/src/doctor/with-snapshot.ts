import type { Database, Snapshot } from '@org/db-query';

/** Works in a snapshot of its own: what fails in one ends it. */
export async function withSnapshot<Result>(
  database: Database,
  signal: AbortSignal,
  work: (snapshot: Snapshot) => Promise<Result>,
): Promise<Result> {
  await using snapshot = await database.snapshot({ signal });
  return await work(snapshot);
}
