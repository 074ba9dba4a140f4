import type { ResponseFailure } from '../retry/failure.js';
import { requestIdOf } from './request-id.js';

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * The failure of a reply that sends the request elsewhere. Following it could hand the API key to
 * another host. Only the target's host is told: paths and queries of redirects hold secrets.
 */
export function redirectFailure(response: Response): ResponseFailure | undefined {
  const { status, headers } = response;
  const refused = REDIRECTS.has(status) || response.type === 'opaqueredirect';
  if (!refused && !response.redirected) return undefined;
  const target = response.redirected ? response.url : headers.get('location');
  const host = target === null ? undefined : URL.parse(target)?.host;
  return {
    kind: 'response',
    code: 'REDIRECT_REFUSED',
    status,
    problem: `a redirect${host ? ` to ${host}` : ''}`,
    requestId: requestIdOf(headers),
  };
}
