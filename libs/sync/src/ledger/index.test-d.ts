import {
  IdSet,
  type Ledger,
  type LedgerEntry,
  LedgerError,
  type LedgerErrorCode,
  type LedgerRun,
  openLedger,
} from './index.js';

const ledger: Ledger = await openLedger('sqlite:ledger.db');
await openLedger({ url: 'postgres://localhost/shop', connect: { ssl: { ca: '' }, max: 3 } });
await using run: LedgerRun = await ledger.begin({ sync: 'members', startedAt: Date.now() });

const [found] = await run.find(['1']);
const entry: LedgerEntry | undefined = found;
void entry;
// @ts-expect-error a key may be unknown to the ledger
void found.hash;

// @ts-expect-error a URL is needed
await openLedger({ busyTimeoutMs: 3 });
// @ts-expect-error an unknown option
await openLedger({ url: 'sqlite:a', busyTimeout: 3 });
// @ts-expect-error a time is needed
await ledger.begin({ sync: 'members' });
// @ts-expect-error an outcome that no row has
await run.write([{ key: '1', identity: null, outcome: 'ok', user: null, event: null, fields: '' }]);
// @ts-expect-error ids, not keys
await run.markGone(['1']);
// @ts-expect-error what is found can't be changed
if (found) found.gone = true;

for await (const { key } of run.missing(new IdSet())) void (key satisfies string);
for await (const { id } of run.missing(new Set([1]))) void (id satisfies number);

const error = new LedgerError('LOCKED', 'taken');
const code: LedgerErrorCode = error.code;
void code;
// @ts-expect-error no such code
void new LedgerError('OTHER', '');

type IsAny<T> = 0 extends 1 & T ? true : false;
const nothingIsAny: [IsAny<typeof run>, IsAny<typeof found>, IsAny<typeof error.holder>] = [
  false,
  false,
  false,
];
void nothingIsAny;
