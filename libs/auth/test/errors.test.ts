import { describe } from 'vitest';
import { testErrors } from '../../../tools/vitest/errors.js';
import * as library from '../src/index.js';
import { SECRET } from './fixtures.js';

describe('the errors', () => {
  testErrors({
    library,
    secret: SECRET,
    examples: {
      ERR_SUBJECT_REQUIRED: () => library.jwtAuth({ secret: SECRET }).headers(undefined as never),
      ERR_SUBJECT_INVALID: () => library.jwtAuth({ secret: SECRET }).headers({ email: '' }),
      ERR_JWT_MALFORMED: () => library.verifyJwt(SECRET, { secret: SECRET }),
      ERR_AUTH_ENVIRONMENT: () =>
        library.authFromEnvironment({ USE_JWT_AUTH: SECRET, ITERABLE_API_KEY: SECRET }),
    },
  });
});
