import { type JwtAuthOptions, type SignedEvent, type Subject, jwtAuth } from '../src/index.js';
import { NOW_MS, SECRET } from './fixtures.js';
import { bearer } from './reference-jwt.js';

/** An authenticator, its clock, and what it signed. */
export function setUp(options: Partial<JwtAuthOptions> = {}) {
  const clock = { ms: NOW_MS };
  const signed: SignedEvent[] = [];
  const auth = jwtAuth({
    secret: SECRET,
    now: () => clock.ms,
    onSigned: (event) => signed.push(event),
    ...options,
  });
  const tokenOf = async (subject: Subject) => bearer(await auth.headers(subject));
  return { auth, clock, signed, tokenOf };
}
