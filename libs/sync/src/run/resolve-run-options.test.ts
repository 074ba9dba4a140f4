import { describe, expect, it } from 'vitest';
import { resolveRunOptions } from './resolve-run-options.js';
import type { RunSyncOptions } from './run-options.js';

const client = {
  authMethod: 'api-key',
  users: { update: () => undefined, updateMany: () => undefined },
  events: { track: () => undefined, trackMany: () => undefined },
};
const ledger = {};

function resolve(options: object) {
  return resolveRunOptions({
    sync: { name: 'members', key: String, user: () => null },
    rows: { [Symbol.asyncIterator]: () => ({}) },
    client,
    ...options,
  } as unknown as RunSyncOptions<unknown>);
}

it('gives a whole set of options that nothing changes', () => {
  const resolved = resolve({});
  expect(Object.isFrozen(resolved)).toBe(true);
  expect(resolved).toMatchObject({
    select: 'changed',
    delivery: 'auto',
    bulkFrom: 500,
    batchSize: 1000,
    gone: 'report',
    guards: {},
    fieldTypes: 'ask',
    strictFields: false,
    concurrency: 100,
    keptFailures: 1000,
    outageThreshold: 10,
    now: Date.now,
  });
});

it.each([0, 1])('waits %i ms by the clock, or until it is aborted', async (milliseconds) => {
  const { sleep } = resolve({});
  await sleep(milliseconds, new AbortController().signal);
  const reason = new Error('enough');
  await expect(sleep(milliseconds, AbortSignal.abort(reason))).rejects.toMatchObject({
    cause: reason,
  });
});

describe('refuses', () => {
  it.each<[string, object, string]>([
    ['a misspelt option', { batchsize: 3 }, 'unknown option batchsize (did you mean "batchSize"?)'],
    ['a misspelt guard', { guards: { maxFailure: 1 } }, 'unknown guard maxFailure (did you mean'],
    ['another selection', { select: 'new' }, 'select must be changed, all, failed; received new'],
    ['another delivery', { delivery: 'batch' }, 'delivery must be auto, single, bulk; received'],
    ['a batch of none', { batchSize: 0 }, 'batchSize must be a whole number from 1 to 1000'],
    ['a batch of more than Iterable takes', { batchSize: 1001 }, 'from 1 to 1000; received 1001'],
    ['a limit of no row', { limit: 0 }, 'limit must be a whole number from 1 on; received 0'],
    ['half a row', { total: 1.5 }, 'total must be a whole number from 0 on; received 1.5'],
    ['more than all', { guards: { maxChangedPercent: 101 }, ledger }, 'must be from 0 to 100'],
    ['less than none', { guards: { maxChangedPercent: -1 }, ledger }, 'from 0 to 100; received -1'],
    ['changes without a ledger', { guards: { maxChangedPercent: 5 } }, 'needs a ledger'],
    ['failures without a ledger', { select: 'failed' }, 'failed needs a ledger that knows what'],
    ['rows that left, without a ledger', { gone: { event: () => null } }, 'gone needs a ledger'],
    [
      'a list without a client that has lists',
      { gone: { unsubscribe: { listId: 1 } }, ledger },
      'gone: unsubscribe needs a client with lists',
    ],
    [
      'bulk with a client that has none',
      { delivery: 'bulk', client: { ...client, events: { track: client.events.track } } },
      "delivery can't be bulk: the client has no users.updateMany and events.trackMany",
    ],
    ['bulk with a JWT', { delivery: 'bulk', client: { ...client, authMethod: 'jwt' } }, 'a JWT is'],
    ['strict fields that nobody tells', { delivery: 'single', strictFields: true }, 'strictFields'],
  ])('%s', (_, options, message) => {
    expect(() => resolve(options)).toThrow(TypeError);
    expect(() => resolve(options)).toThrow(message);
  });

  it('rows that can be read once only, where a guard reads them first', () => {
    async function* once(): AsyncGenerator<unknown> {
      yield await Promise.resolve({});
    }
    const options = { guards: { maxChangedPercent: 5 }, ledger, rows: once() };
    expect(() => resolve(options)).toThrow('reads the rows twice, and these can be read once only');
  });
});
