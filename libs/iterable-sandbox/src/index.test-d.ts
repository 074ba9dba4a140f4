import {
  createSandbox,
  type FaultScript,
  type JournalEntry,
  type OperationName,
  type Sandbox,
  type SandboxEvent,
  type SandboxOptions,
  type SandboxSnapshot,
  type SandboxUser,
} from './index.js';

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const is = <T extends true>(value: T): T => value;

declare const sandbox: Sandbox;

is<Equal<ReturnType<typeof createSandbox>, Promise<Sandbox>>>(true);
is<Equal<ReturnType<Sandbox['users']['get']>, SandboxUser | undefined>>(true);
is<Equal<ReturnType<Sandbox['events']['of']>, SandboxEvent[]>>(true);
is<Equal<SandboxUser['dataFields'][string], unknown>>(true);
is<Equal<Sandbox['requests'], readonly JournalEntry[]>>(true);
is<Equal<JournalEntry['operation'], OperationName | null>>(true);

const options: SandboxOptions = { apiKeys: [{ key: 'k' }, { key: 'j', jwtSecret: 's' }] };
void createSandbox({ ...options, projectType: 'userId', dataCenter: 'eu', now: Date.now });

// @ts-expect-error keys are needed
void createSandbox({});
// @ts-expect-error there is no such option
void createSandbox({ apiKeys: [], prot: 1 });
// @ts-expect-error there is no such project type
void createSandbox({ apiKeys: [], projectType: 'mail' });
// @ts-expect-error there is no such data center
void createSandbox({ apiKeys: [], dataCenter: 'de' });
// @ts-expect-error there is no such data center for a key
void createSandbox({ apiKeys: [{ key: 'k', dataCenter: 'EU' }] });
// @ts-expect-error the time is in milliseconds
void createSandbox({ apiKeys: [], now: () => new Date() });
// @ts-expect-error a subject is an object
sandbox.users.get('ann@example.com');
// @ts-expect-error a subject is an email or a user ID
sandbox.users.get({ mail: 'ann@example.com' });
// @ts-expect-error what the sandbox holds is read only
sandbox.url = 'http://127.0.0.1';
// @ts-expect-error the journal is read only
sandbox.requests.length = 0;

const script: FaultScript = {
  operation: 'users/bulkUpdate',
  subject: { userId: 'ann' },
  replies: [
    { status: 429, headers: { 'retry-after': '7' }, body: { code: 'RateLimitExceeded' } },
    { delayMs: 5, then: { reset: 'after' } },
    { html: true, status: 502 },
    { truncate: true },
    { wrongCounts: { successCount: 1 } },
  ],
};
sandbox.faults.add(script);

sandbox.faults.add({ operation: '*', probability: 0.5, seed: 1, replies: [{ bodyDelayMs: 5 }] });
sandbox.seed({ users: [{ userId: 'ann' }], events: [{ userId: 'ann', eventName: 'e' }] });
is<Equal<ReturnType<Sandbox['snapshot']>, SandboxSnapshot>>(true);
sandbox.restore(sandbox.snapshot());
void createSandbox({ ...options, rateLimits: { 'users/update': { requests: 5 }, lists: 'off' } });
// @ts-expect-error there is no such operation to limit
void createSandbox({ ...options, rateLimits: { 'users/updat': 'off' } });
// @ts-expect-error a limit says how many
void createSandbox({ ...options, rateLimits: { 'users/update': { periodMs: 5 } } });
// @ts-expect-error an event has a name
sandbox.seed({ events: [{ userId: 'ann' }] });
// @ts-expect-error there is no such operation
sandbox.faults.add({ operation: 'users/updat', replies: [{ status: 503 }] });
// @ts-expect-error a delay does not come after a delay
sandbox.faults.add({ operation: 'users/update', replies: [{ delayMs: 5, then: { delayMs: 5 } }] });
// @ts-expect-error before or after
sandbox.faults.add({ operation: 'users/update', replies: [{ reset: true }] });
// @ts-expect-error a status is a number
sandbox.faults.add({ operation: 'users/update', replies: [{ status: '503' }] });
