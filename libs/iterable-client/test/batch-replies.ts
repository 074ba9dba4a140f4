import type { BatchOptions, BatchOutcome, DataFields, UserRecord } from '../src/index.js';
import { modelClient } from './batch-client.js';

/** Users with the numbers from 0. */
export const users = (count: number, kind: (n: number) => DataFields = () => ({})): UserRecord[] =>
  Array.from({ length: count }, (_, n) => ({
    email: `u${n}@example.com`,
    dataFields: { n, kind: 'ok', since: `value ${n}`, ...kind(n) },
  }));

/** A client whose n-th request gets the n-th reply, the last one for all further requests. */
export function repliesClient(
  replies: readonly ((request: Request) => Response | Promise<Response>)[],
  options: object = {},
): ReturnType<typeof modelClient> & { readonly sent: number[] } {
  const sent: number[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    const text = await request.clone().text();
    const reply = replies[Math.min(sent.length, replies.length - 1)];
    sent.push(Object.values(JSON.parse(text) as object).find(Array.isArray)?.length ?? 0);
    if (reply === undefined) throw new Error('no reply');
    return reply(request);
  };
  return { ...modelClient({}, { fetch, ...options }), sent };
}

/** A reply with a status. */
export const status =
  (code: number, body: object = {}) =>
  (): Response =>
    Response.json(body, { status: code });

/** A reply with counts and lists. */
export const counts =
  (successCount: number, failCount: number, more: object = {}) =>
  (): Response =>
    Response.json({ successCount, failCount, ...more });

/** No reply. */
export const network = (): never => {
  throw new TypeError('fetch failed', {
    cause: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
  });
};

/** The outcomes of users. */
export const settle = (
  client: ReturnType<typeof modelClient>['client'],
  records: UserRecord[],
  options?: BatchOptions,
): Promise<BatchOutcome[]> => Array.fromAsync(client.users.updateMany(records, options));

/** The kinds of outcomes, each once. */
export const codesOf = (outcomes: readonly BatchOutcome[]): string[] => [
  ...new Set(outcomes.map((each) => `${each.status} ${'code' in each ? each.code : ''}`.trim())),
];
