import { describe } from 'vitest';
import { testErrors } from '../../../tools/vitest/errors.js';
import * as library from '../src/index.js';
import * as ledgers from '../src/ledger/index.js';
import { run } from './support.js';

const SECRET = 'a-password';
const column = { name: 'id', type: 'int4' };

describe('the errors', () => {
  testErrors({
    library: { ...library, ...ledgers },
    secret: SECRET,
    examples: {
      MAPPING: () => library.mapColumns({ sync: 'x', key: 'none', email: 'id' } as never, [column]),
      CONNECTION: () => ledgers.openLedger(`postgres://reader:${SECRET}@127.0.0.1:1/ledger`),
      MISSING: () => ledgers.openLedger({ url: 'sqlite:/nowhere/ledger.db', create: false }),
      ACCOUNTING: () => run([], { total: 3 }),
    },
  });
});
