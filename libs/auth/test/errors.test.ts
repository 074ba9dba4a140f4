import { describe } from 'vitest';
import { testErrors } from '../../../tools/vitest/errors.js';
import * as library from '../src/index.js';
import { SECRET } from './fixtures.js';

describe('the errors', () => {
  testErrors({
    library,
    secret: SECRET,
    examples: {
      SUBJECT_REQUIRED: () => library.jwtAuth({ secret: SECRET }).headers(undefined as never),
      SUBJECT_INVALID: () => library.jwtAuth({ secret: SECRET }).headers({ email: '' }),
      JWT_MALFORMED: () => library.verifyJwt(SECRET, { secret: SECRET }),
      AUTH_ENVIRONMENT: () =>
        library.authFromEnvironment({ USE_JWT_AUTH: SECRET, ITERABLE_API_KEY: SECRET }),
    },
  });
});
