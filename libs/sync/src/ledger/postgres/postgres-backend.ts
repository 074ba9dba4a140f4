import type { Backend } from '../backend.js';

export async function openPostgresBackend(
  url: string,
  connect: Readonly<Record<string, unknown>>,
): Promise<Backend> {
  await Promise.resolve([url, connect]);
  throw new Error('not yet');
}
