import { API_KEY, JWT_SECRET } from '../../world.js';
import { NOWHERE, runIn, worldOf, type Symptoms } from './symptom.js';

/** Why authentication with a token for each user fails. */
export const jwtSymptoms: Symptoms = {
  'jwt-secret': async () => {
    const env = { ITERABLE_JWT_SECRET: 'another-secret-0123456789abcdef0123456789' };
    return runIn(await worldOf(2, { jwt: true }), { env });
  },

  'jwt-clock': async () => {
    const ahead = { now: () => Date.now() + 2 * 3_600_000 };
    return runIn(await worldOf(2, { jwt: true, sandbox: ahead }));
  },

  'jwt-fallback': async () => runIn(await worldOf(1), { env: { USE_JWT_AUTH: 'true' } }),

  'jwt-user': async () => {
    const world = await worldOf(1, { jwt: true });
    const status = 401;
    const body = {
      code: 'JwtUserIdentifiersMismatched',
      msg: 'JWT user identifiers mismatched with the request',
      params: null,
    };
    world.sandbox.faults.add({
      operation: 'users/update',
      replies: [
        { status, body },
        { status, body },
      ],
    });
    return runIn(world);
  },

  'jwt-server-side-key': async () =>
    runIn(await worldOf(1), {
      env: { USE_JWT_AUTH: 'true', ITERABLE_JWT_SECRET: JWT_SECRET },
    }),

  'jwt-key-without-token': async () =>
    runIn(await worldOf(1, { jwt: true }), {
      env: { USE_JWT_AUTH: 'false', ITERABLE_API_KEY: API_KEY },
    }),

  'jwt-bulk': () =>
    runIn(NOWHERE, {
      argv: ['--delivery', 'bulk'],
      env: { USE_JWT_AUTH: 'true', ITERABLE_JWT_SECRET: JWT_SECRET },
    }),
};
