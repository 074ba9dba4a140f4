import { test } from 'vitest';
import { type Ledger, type LedgerRun, openLedger } from '../../src/ledger/index.js';
import type { Place } from './places.js';

interface LedgerFixtures {
  /** Makes places of one kind. */
  readonly kind: { readonly make: () => Promise<Place> };
  readonly place: Place;
  readonly ledger: Ledger;
  /** The first of the sync "members"; it goes on, whether a test looks at it or not. */
  readonly run: LedgerRun;
}

/** `test` with a ledger of its own for each. */
export const testWithLedger = (make: () => Promise<Place>) =>
  test.extend<LedgerFixtures>({
    kind: { make },
    place: async ({ kind }, use) => {
      await using place = await kind.make();
      await use(place);
    },
    ledger: async ({ place }, use) => {
      await using ledger = await openLedger(place.url);
      await use(ledger);
    },
    run: [
      async ({ ledger }, use) => use(await ledger.begin({ sync: 'members', startedAt: 1_000 })),
      { auto: true },
    ],
  });
