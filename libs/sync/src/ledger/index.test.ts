import { expect, it } from 'vitest';
import * as ledger from './index.js';

it('exports these names and no others', () => {
  expect(Object.keys(ledger).sort()).toEqual(['IdSet', 'LedgerError', 'openLedger']);
});
