import { describe } from 'vitest';
import { testErrors } from '../../../tools/vitest/errors.js';
import * as library from '../src/index.js';

const SECRET = 'a-password';

describe('the errors', () => {
  testErrors({
    library,
    secret: SECRET,
    examples: {
      CONFIGURATION: () =>
        library.databaseOptionsFromEnvironment({ DB_PORT: 'x', DB_PASSWORD: SECRET }),
      CONNECTION_REFUSED: () =>
        library.openDatabase({ url: `postgres://reader:${SECRET}@127.0.0.1:1/shop` }).check(),
    },
  });
});
