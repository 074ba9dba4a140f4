import { IterableApiError } from '@org/iterable-client';
import type { Asked } from '../ask-iterable.js';
import type { DataCenter } from '../data-centers.js';
import { failed, ok, type Finding } from '../finding.js';

/** What to do, by what Iterable says of a token; it says these to its own apps. */
const ADVICE: readonly (readonly [RegExp, string])[] = [
  [/expired/i, 'look at the clock of this machine, and at ITERABLE_JWT_LIFETIME_SECONDS'],
  [/less than 1 year/i, 'ITERABLE_JWT_LIFETIME_SECONDS must be less than a year'],
  [/invalidated/i, "the tokens of this user were invalidated: --as another user's email"],
  [/not match/i, "ask with --as for a user by the identifier that the query's records have"],
  [/could not be found/i, 'ask with --as for a user that the project has'],
  [
    /jwt is invalid|format is invalid/i,
    'ITERABLE_JWT_SECRET must be the secret of this very key: copy it again',
  ],
  [/./, 'look at ITERABLE_API_KEY and ITERABLE_JWT_SECRET: they belong together'],
];

/** Whether Iterable accepts the key together with a token: asked for the messages of a user. */
export async function tokenAccepted(
  { baseUrl, error }: Asked<unknown>,
  other: DataCenter | undefined,
  askThere: (dataCenter: DataCenter) => Promise<Asked<unknown>>,
): Promise<Finding> {
  if (!error) return ok('key and token are accepted');
  if (!(error instanceof IterableApiError)) return failed(error.message);
  const { iterableCode, msg = '', message } = error;
  if (iterableCode === 'BadApiKey' && other !== undefined) {
    const there = await askThere(other);
    if (!there.error) {
      return failed(
        `this key belongs to the ${other.toUpperCase()} data center`,
        `set ITERABLE_DATA_CENTER=${other}`,
      );
    }
  }
  if (iterableCode === 'BadApiKey') {
    return failed(`${baseUrl} does not take the key (${message})`, 'look at ITERABLE_API_KEY');
  }
  return failed(message, ADVICE.find(([said]) => said.test(msg))?.[1]);
}
