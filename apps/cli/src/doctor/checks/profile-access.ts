import type { Asked } from '../ask-iterable.js';
import { failed, ok, warning, type Finding } from '../finding.js';
import { keyVerdict } from '../key-verdict.js';

/** Whether the key reaches profiles, which a read-only key does not: asked for one of them. */
export function profileAccess({ error }: Asked<unknown>): Finding {
  if (!error) return ok('it reaches profiles');
  switch (keyVerdict(error)) {
    case 'kind':
    case 'unknown':
      return failed(
        `it may not read profiles, and so not write them (${error.message})`,
        'make a server-side key that is not read-only, and set ITERABLE_API_KEY to it',
      );
    case 'busy':
      return warning("it can't be told: others have used up the limit", 'ask again in a minute');
    case 'other':
      return warning(`it can't be told: ${error.message}`, 'ask with --as for another user');
  }
}
