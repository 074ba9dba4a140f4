import { IterableClient, type IterableClientOptions } from '@org/iterable-client';
import nock from 'nock';
import {
  defineSync,
  runSync,
  type RunSyncOptions,
  type SyncEvent,
  type SyncSummary,
} from '../src/index.js';

export interface Row {
  readonly id: number;
  readonly email: string;
}

export const BASE_URL = 'https://api.iterable.com';

/** A sync with both calls. */
export const both = defineSync<Row>({
  name: 'both',
  key: (row) => String(row.id),
  user: (row) => ({ email: row.email, dataFields: { id: row.id } }),
  event: (row) => ({ email: row.email, eventName: 'seen' }),
});

/** Rows 1 to `count`, each of a user of its own. */
export function rows(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    email: `user${String(index + 1)}@example.com`,
  }));
}

/** A client that waits for nothing. */
function client(options: Partial<IterableClientOptions> = {}): IterableClient {
  return new IterableClient({
    apiKey: 'test-key',
    sleep: () => Promise.resolve(),
    random: () => 0,
    ...options,
  } as IterableClientOptions);
}

export async function* source<T>(items: Iterable<T>): AsyncGenerator<T> {
  for (const item of items) yield await Promise.resolve(item);
}

/** Runs the sync over rows and gives its summary with the events that it told. */
export async function run(
  given: readonly Row[],
  options: Partial<RunSyncOptions<Row>> = {},
): Promise<{ summary: SyncSummary; events: SyncEvent[] }> {
  const events: SyncEvent[] = [];
  const summary = await runSync({
    sync: both,
    fieldTypes: 'off',
    delivery: 'single',
    rows: source(given),
    client: client(),
    onEvent: (event) => events.push(event),
    ...options,
  });
  return { summary, events };
}

export const SUCCESS = { msg: '', code: 'Success', params: null };

/** Answers a call for one user, or for any, so many times. */
export function reply(
  operation: 'users/update' | 'events/track',
  options: { email?: string; status?: number; body?: object | string; times?: number } = {},
): nock.Scope {
  const { email, status = 200, body = SUCCESS, times = 1 } = options;
  return nock(BASE_URL)
    .post(
      `/api/${operation}`,
      (sent: { email?: string }) => email === undefined || sent.email === email,
    )
    .times(times)
    .reply(status, body);
}
