import { IterableClient, type IterableClientOptions } from '@org/iterable-client';
import { createSandbox, type Sandbox, type SandboxOptions } from '@org/iterable-sandbox';
import { defineSync, runSync, type RunSyncOptions, type SyncEvent } from '../src/index.js';
import { openLedger, type Ledger } from '../src/ledger/index.js';

/** A row of the tests' query. */
export interface Member {
  readonly id: number;
  readonly email: string;
  readonly plan: string;
}

/** A sync of profile and event. */
export const members = defineSync<Member>({
  name: 'members',
  key: ({ id }) => String(id),
  user: ({ email, plan }) => ({ email, dataFields: { plan } }),
  event: ({ email, plan }) => ({ email, eventName: 'plan_seen', dataFields: { plan } }),
});

/** So many members, from a number on. */
export function membersFrom(first: number, count: number, plan = 'pro'): Member[] {
  return Array.from({ length: count }, (_, index) => ({
    id: first + index,
    email: `user${String(first + index)}@example.com`,
    plan,
  }));
}

/** Rows that can be read any number of times, as those of a snapshot. */
export function query<Row>(rows: readonly Row[]): AsyncIterable<Row> {
  return {
    async *[Symbol.asyncIterator]() {
      yield* rows;
    },
  };
}

/** A local Iterable, a ledger in memory, and runs between them. */
export class World implements AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly ledger: Ledger;
  readonly events: SyncEvent[] = [];

  constructor(sandbox: Sandbox, ledger: Ledger) {
    this.sandbox = sandbox;
    this.ledger = ledger;
  }

  client(options: Partial<IterableClientOptions> = {}): IterableClient {
    return new IterableClient({
      apiKey: 'test-key',
      baseUrl: this.sandbox.url,
      rateLimits: false,
      sleep: () => Promise.resolve(),
      random: () => 0,
      ...options,
    } as IterableClientOptions);
  }

  run(rows: readonly Member[], options: Partial<RunSyncOptions<Member>> = {}) {
    this.events.length = 0;
    return runSync({
      sync: members,
      rows: query(rows),
      total: rows.length,
      client: this.client(),
      ledger: this.ledger,
      sleep: () => Promise.resolve(),
      onEvent: (event) => this.events.push(event),
      ...options,
    });
  }

  /** How many requests of an operation were answered so far. */
  requests(operation: string): number {
    const counts = this.sandbox.requestCounts[operation] ?? {};
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.ledger.close();
    await this.sandbox.close();
  }
}

export async function createWorld(
  options: Partial<SandboxOptions> = {},
  ledgerUrl = 'sqlite::memory:',
): Promise<World> {
  const sandbox = await createSandbox({ apiKeys: [{ key: 'test-key' }], ...options });
  return new World(sandbox, await openLedger(ledgerUrl));
}
