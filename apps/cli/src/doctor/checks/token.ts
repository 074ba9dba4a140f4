import { verifyJwt, type EnvironmentAuth } from '@org/auth';
import { ok, warning, type Finding } from '../finding.js';

/** Any user will do where a token goes nowhere. */
const NOBODY = { email: 'nobody@example.com' };

/** Whether a token can be signed, and verifies as Iterable verifies it. */
export async function token(
  { authenticator, used, warnings }: EnvironmentAuth,
  secret: string,
): Promise<Finding<EnvironmentAuth['authenticator']>> {
  const told = warnings.map(({ message }) => message);
  if (used !== 'jwt') {
    return warning(told.join('\n'), 'set ITERABLE_JWT_SECRET, or USE_JWT_AUTH=false');
  }
  const { Authorization: header = '' } = await authenticator.headers(NOBODY);
  const { iat, exp } = await verifyJwt(header.replace(/^Bearer /, ''), { secret });
  const found = `signed and verified; it is good for ${String(exp - iat)} s`;
  if (told.length === 0) return ok(found, { value: authenticator });
  return warning([found, ...told].join('\n'), 'look at ITERABLE_JWT_SECRET and ITERABLE_API_KEY', {
    value: authenticator,
  });
}
