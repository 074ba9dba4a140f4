import nock from 'nock';
import { afterEach, beforeEach, expect, vi } from 'vitest';

/** Settings of whoever runs the tests must not steer them: an `.env` with real keys may be loaded. */
const OURS = /^(ITERABLE_|DB_|LOG_|PG|DATABASE_URL|USE_JWT_AUTH|OUTPUT_DIR|LEDGER_URL)/;
for (const name of Object.keys(process.env)) {
  if (OURS.test(name)) delete process.env[name];
}

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\]|::1)(:\d+)?$/;

beforeEach(() => {
  nock.disableNetConnect();
  nock.enableNetConnect(LOOPBACK);
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...args: unknown[]) => {
      throw new Error(`stray console.${method}: ${args.map(String).join(' ')}`);
    });
  }
});

afterEach(() => {
  const pending = nock.pendingMocks();
  nock.abortPendingRequests();
  nock.cleanAll();
  expect(pending, 'replies that were set up and never asked for').toEqual([]);
});
