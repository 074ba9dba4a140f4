import type { UserFieldsResponse } from '@org/iterable-client';
import type { Asked } from '../ask-iterable.js';
import type { DataCenter } from '../data-centers.js';
import { failed, ok, skipped, warning, type Finding } from '../finding.js';
import { keyVerdict } from '../key-verdict.js';

/** What the key was asked for, and how else it can be asked. */
export interface KeyQuestion {
  /** The fields of the project, asked for with the key alone. */
  readonly asked: Asked<UserFieldsResponse>;
  /** Whether tokens are sent along: then the key is of a kind that may not read the fields. */
  readonly jwt: boolean;
  /** The data center that was not configured; absent where a base URL is. */
  readonly other?: DataCenter | undefined;
  /** Asks there. */
  readonly askThere: (dataCenter: DataCenter) => Promise<Asked<unknown>>;
}

const JWT_KEY = 'it is a key of apps or web pages, which may call little, and that with a token';
const NEW_KEY = 'make a server-side key in Iterable, and set ITERABLE_API_KEY to it';

/** Whether Iterable knows the key, and whether it is of the kind that is needed. */
export async function apiKey(question: KeyQuestion): Promise<Finding<UserFieldsResponse>> {
  const { asked, jwt } = question;
  const { value, error } = asked;
  if (value) return accepted(value, jwt);
  if (!error) return skipped('nothing was asked');
  switch (keyVerdict(error)) {
    case 'unknown':
      return unknown(question);
    case 'kind':
      if (jwt) return ok('Iterable knows it, and wants a token with it');
      return failed(
        `${JWT_KEY} (${error.message})`,
        `${NEW_KEY}; or, where it has a JWT secret, set USE_JWT_AUTH=true and ITERABLE_JWT_SECRET`,
      );
    case 'busy':
      return warning(
        "it can't be told: others have used up the limit of this project",
        'ask again in a minute',
      );
    case 'other':
      return failed(error.message);
  }
}

function accepted(value: UserFieldsResponse, jwt: boolean): Finding<UserFieldsResponse> {
  const fields = Object.keys(value.fields).length;
  const found = `accepted; the project has ${String(fields)} profile fields`;
  if (!jwt) return ok(found, { value });
  return warning(
    `${found}: it is a server-side key, which needs no token`,
    'set USE_JWT_AUTH=false: then bulk delivery is possible, too',
    { value },
  );
}

/** A key works in its own data center only, and is as unknown in the other as one that is made up. */
async function unknown({ asked, jwt, other, askThere }: KeyQuestion): Promise<Finding<never>> {
  const here = `${asked.baseUrl} does not know it`;
  if (other === undefined) {
    return failed(here, `look at ITERABLE_API_KEY and ITERABLE_BASE_URL; or ${NEW_KEY}`);
  }
  const there = await askThere(other);
  const known = there.value !== undefined || (there.error && keyVerdict(there.error) === 'kind');
  if (known) {
    return failed(
      `this key belongs to the ${other.toUpperCase()} data center`,
      `set ITERABLE_DATA_CENTER=${other}`,
    );
  }
  // What is refused may be the missing token.
  if (jwt) return skipped('it can be told with a token only');
  const unsure = there.reply ? `, and neither does ${there.baseUrl}` : '';
  return failed(`${here}${unsure}`, `copy ITERABLE_API_KEY again; or ${NEW_KEY}`);
}
