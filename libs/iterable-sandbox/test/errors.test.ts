import { describe } from 'vitest';
import { testErrors } from '../../../tools/vitest/errors.js';
import * as library from '../src/index.js';
import { KEY, startSandbox } from './support.js';

describe('the errors', () => {
  testErrors({
    library,
    secret: KEY,
    examples: {
      LISTEN: async () => {
        const { port } = new URL((await startSandbox()).url);
        await library.createSandbox({ apiKeys: [{ key: KEY }], port: Number(port) });
      },
    },
  });
});
