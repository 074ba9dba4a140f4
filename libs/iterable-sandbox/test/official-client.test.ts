import { IterableApiError, IterableClient, IterableResponseValidationError } from '@iterable/api';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, assert, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSandbox, type Sandbox, type SandboxSnapshot } from '../src/index.js';
import { furnish } from './contract/requests.js';
import { calls, type ClientMethod } from './official-client/calls.js';
import { KEY } from './support.js';

/** How a call goes wrong, and why the sandbox leaves it so. */
interface Difference {
  readonly reason: string;
  /** Paths of the reply that the client cannot read, or of the request that the sandbox refuses. */
  readonly reply?: readonly string[];
  readonly request?: readonly string[];
}

const DATES = 'The document says that these are dates; the client expects numbers.';
const JOB_STATES = "The document's job states begin with a capital; the client's do not.";

/** Where the client expects something else than Iterable's API document says. */
const DIFFERENT: Partial<Record<ClientMethod, Difference>> = {
  getCatalogItem: { reason: DATES, reply: ['lastModified'] },
  getCatalogItems: { reason: DATES, reply: ['catalogItemsWithProperties.0.lastModified'] },
  getExportFiles: { reason: JOB_STATES, reply: ['jobState'] },
  getExportJobs: { reason: JOB_STATES, reply: ['jobs.0.jobState'] },
  getTemplates: {
    reason: DATES,
    reply: [0, 1, 2, 3, 4].flatMap((i) => [`templates.${i}.createdAt`, `templates.${i}.updatedAt`]),
  },
  updateWebhook: {
    reason: 'The document requires `id`; the client has `webhookId` in its place.',
    request: ['obj.id'],
  },
};

/** The document has no such operations. */
const UNDOCUMENTED: readonly ClientMethod[] = [
  'cancelExperiment',
  'copyExperimentVariant',
  'createExperiment',
  'declareExperimentWinner',
  'deleteExperiment',
  'getExperiment',
  'getExperimentTotals',
  'getExperimentTrends',
  'getExperimentVariants',
  'listExperiments',
  'startExperiment',
  'updateExperimentSettings',
];

const methods = Object.keys(calls) as ClientMethod[];
const alike = methods.filter((name) => !DIFFERENT[name] && !UNDOCUMENTED.includes(name));

let sandbox: Sandbox;
let furnished: SandboxSnapshot;
let client: IterableClient;

beforeAll(async () => {
  sandbox = await createSandbox({ apiKeys: [{ key: KEY }] });
  await furnish(sandbox);
  furnished = sandbox.snapshot();
  client = new IterableClient({ apiKey: KEY, baseUrl: sandbox.url });
});
beforeEach(() => {
  // The client would heed a proxy of whoever runs the tests.
  vi.stubEnv('no_proxy', '*');
  sandbox.reset();
  sandbox.restore(furnished);
});
afterAll(async () => {
  client.destroy();
  await sandbox.close();
});

async function failureOf(name: ClientMethod): Promise<unknown> {
  return calls[name](client).then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** Paths that the client's own check of a reply complains about. */
function pathsIn({ validationError }: IterableResponseValidationError): string[] {
  const issues = JSON.parse(validationError) as { path: (string | number)[] }[];
  return issues.map(({ path }) => path.join('.'));
}

describe("Iterable's own client", () => {
  it('has no method but those that are called here', () => {
    const found = new Set<string>();
    for (
      let prototype: unknown = IterableClient.prototype;
      prototype && prototype !== Object.prototype;
      prototype = Object.getPrototypeOf(prototype)
    ) {
      for (const name of Object.getOwnPropertyNames(prototype)) found.add(name);
    }
    for (const name of ['constructor', 'destroy']) found.delete(name);
    expect([...found].toSorted()).toEqual(methods.toSorted());
  });

  it.each(alike)('%s gets the reply that it expects', async (name) => {
    const before = sandbox.requests.length;
    await calls[name](client);
    const made = sandbox.requests.slice(before);
    expect(made.length).toBeGreaterThan(0);
    for (const { operation, status } of made) {
      expect(operation).not.toBeNull();
      expect([200, 201, 202]).toContain(status);
    }
  });

  it.each(Object.entries(DIFFERENT))('%s differs: $reason', async (name, { reply, request }) => {
    const error = await failureOf(name as ClientMethod);
    const { operation, status } = sandbox.requests.at(-1) ?? {};
    expect(operation).toEqual(expect.any(String));
    if (reply) {
      assert(error instanceof IterableResponseValidationError);
      expect(pathsIn(error)).toEqual(reply);
      expect(status).toBe(200);
    } else {
      assert(error instanceof IterableApiError);
      expect([error.code, Object.keys(error.params ?? {})]).toEqual(['BadJsonBody', request]);
      expect(status).toBe(400);
    }
  });

  it.each(UNDOCUMENTED)('%s calls what the document does not have', async (name) => {
    expect(await failureOf(name)).toMatchObject({ statusCode: 404 });
    expect(sandbox.requests.at(-1)).toMatchObject({ operation: null, status: 404 });
  });

  it.each(Object.keys(DIFFERENT))('%s is in the list in the README', (name) => {
    const readme = readFileSync(join(import.meta.dirname, '..', 'README.md'), 'utf8');
    expect(readme).toMatch(new RegExp(`^\\| .*\`${name}\``, 'm'));
  });

  it('reads back what it wrote', async () => {
    const bob = { email: 'bob@example.com' };
    await client.updateUser({ ...bob, dataFields: { plan: 'free', tags: ['a'] } });
    await client.trackEvent({ ...bob, eventName: 'engaged', dataFields: { pages: 3 } });
    await client.subscribeUserToList({ listId: 1, subscribers: [bob] });
    expect((await client.getUserByEmail(bob)).user?.dataFields).toMatchObject({
      plan: 'free',
      tags: ['a'],
    });
    expect((await client.getUserEventsByEmail(bob)).events).toMatchObject([
      { eventName: 'engaged', dataFields: { pages: 3 } },
    ]);
    expect(await client.getListUsers({ listId: 1 })).toEqual({ users: [bob] });
    expect(await client.getListSize({ listId: 1 })).toEqual({ size: 1 });
  });

  it('knows a refusal of the sandbox for what it is', async () => {
    const stranger = new IterableClient({ apiKey: 'wrong', baseUrl: sandbox.url });
    const error: unknown = await stranger.getLists().catch((e: unknown) => e);
    stranger.destroy();
    assert(error instanceof IterableApiError);
    expect([error.isAuthError(), error.code]).toEqual([true, 'BadApiKey']);
    sandbox.faults.add({ operation: 'lists', replies: [{ status: 429 }] });
    const limited: unknown = await client.getLists().catch((e: unknown) => e);
    assert(limited instanceof IterableApiError);
    expect([limited.isRateLimitError(), limited.code]).toEqual([true, 'RateLimitExceeded']);
  });
});
