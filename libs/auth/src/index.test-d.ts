import { expectTypeOf } from 'vitest';
import {
  apiKeyAuth,
  AuthError,
  authFromEnvironment,
  jwtAuth,
  Secret,
  verifyJwt,
  type Authenticator,
  type AuthErrorCode,
  type AuthWarningCode,
  type JwtClaims,
  type RequestHeaders,
  type Subject,
} from './index.js';

const secret = 'a secret';

// The API key.
expectTypeOf(apiKeyAuth({ apiKey: 'key' }).headers()).toEqualTypeOf<RequestHeaders>();
expectTypeOf(apiKeyAuth({ apiKey: new Secret('key') }).method).toEqualTypeOf<'api-key'>();
// @ts-expect-error -- a key is required
apiKeyAuth({});
// @ts-expect-error -- there is no such option
apiKeyAuth({ apiKey: 'key', region: 'eu' });
// @ts-expect-error -- there is nothing to renew
apiKeyAuth({ apiKey: 'key' }).renew();

// JWT.
const jwt = jwtAuth({ secret, apiKey: new Secret('key'), lifetimeSeconds: 60 });
expectTypeOf(jwt.method).toEqualTypeOf<'jwt'>();
expectTypeOf(jwt.headers({ email: 'ada@example.com' })).toEqualTypeOf<
  RequestHeaders | Promise<RequestHeaders>
>();
expectTypeOf(jwt.warnings[0]?.code).toEqualTypeOf<AuthWarningCode | undefined>();
jwt.renew();
jwt.renew({ userId: 'ben-7' });
// @ts-expect-error -- a secret is required
jwtAuth({ apiKey: 'key' });
// @ts-expect-error -- the unit is in the name
jwtAuth({ secret, lifetime: 60 });
// @ts-expect-error -- a number of seconds
jwtAuth({ secret, lifetimeSeconds: '60' });
// @ts-expect-error -- the algorithm is not for choosing
jwtAuth({ secret, algorithm: 'HS512' });
// @ts-expect-error -- a JWT is for one user
void jwt.headers();
// @ts-expect-error -- one identifier, not both
void jwt.headers({ email: 'ada@example.com', userId: 'ada' });
// @ts-expect-error -- one identifier, not none
void jwt.headers({});
// @ts-expect-error -- a user id is a string
void jwt.headers({ userId: 7 });
// @ts-expect-error -- headers are shared
apiKeyAuth({ apiKey: 'key' }).headers()['Api-Key'] = 'other';

// Both are authenticators, and so is what fits the shape.
expectTypeOf(jwt).toExtend<Authenticator>();
expectTypeOf(apiKeyAuth({ apiKey: 'key' })).toExtend<Authenticator>();
expectTypeOf({ method: 'jwt' as const, headers: () => ({}) }).toExtend<Authenticator>();
interface TheirSubject {
  headers(
    subject?: { readonly email: string } | { readonly userId: string },
  ): Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>;
}
expectTypeOf(jwt).toExtend<TheirSubject>();
expectTypeOf<Authenticator>().toExtend<TheirSubject>();
expectTypeOf<{ readonly email: string } | { readonly userId: string }>().toExtend<Subject>();

// The environment.
const { authenticator, asked, used, warnings } = authFromEnvironment(process.env);
expectTypeOf(authenticator).toEqualTypeOf<Authenticator>();
expectTypeOf(asked).toEqualTypeOf<'api-key' | 'jwt'>();
expectTypeOf(used).toEqualTypeOf<'api-key' | 'jwt'>();
expectTypeOf(warnings[0]?.code).toEqualTypeOf<AuthWarningCode | undefined>();
// @ts-expect-error -- the environment has the secret
authFromEnvironment({}, { secret });
// @ts-expect-error -- variables are strings
authFromEnvironment({ USE_JWT_AUTH: true });

// Verification.
const claims = await verifyJwt('token', { secret, clockToleranceSeconds: 5 });
expectTypeOf(claims).toEqualTypeOf<JwtClaims>();
expectTypeOf(claims).not.toBeAny();
expectTypeOf(claims.email).toEqualTypeOf<string | undefined>();
expectTypeOf(claims.exp).toEqualTypeOf<number>();
// @ts-expect-error -- a secret is required
void verifyJwt('token', {});
// @ts-expect-error -- the algorithm is pinned
void verifyJwt('token', { secret, algorithms: ['none'] });

// Errors.
expectTypeOf<AuthError['code']>().toEqualTypeOf<AuthErrorCode>();
// @ts-expect-error -- there is no such code
new AuthError('OTHER', '');
