// A process of its own that opens a ledger, for the tests to kill.
import { type LedgerError, openLedger } from '../../src/ledger/index.js';
import { entries } from './entries.js';

const NOBODY = 65_534;
const [, , url = '', task = ''] = process.argv;

const TASKS: Readonly<Record<string, () => Promise<void>>> = {
  /** Opens a ledger and closes it. */
  open: async () => {
    const ledger = await openLedger(url);
    await ledger.runs();
    await ledger.close();
  },
  /** The same for somebody who isn't root; tells the error's code. */
  'open without rights': async () => {
    // What is imported lazily is read while it may be.
    await (await openLedger('sqlite::memory:')).close();
    if (process.getuid?.() === 0) {
      process.setegid?.(NOBODY);
      process.seteuid?.(NOBODY);
    }
    await openLedger(url).catch((error: LedgerError) => {
      process.stderr.write(`${error.code}: ${error.message}`);
      process.exitCode = 1;
    });
  },
  /** Holds the lock of a sync of which it has written two entries. */
  hold: async () => {
    await begin(async (write) => {
      await write(2, '1');
      ready();
    });
  },
  /** Writes the same thousand entries for ever, each time with another content. */
  rewrite: async () => {
    await begin(async (write) => {
      await write(1000, '0');
      ready();
      for (let turn = 1; ; turn += 1) await write(1000, String(turn));
    });
  },
};

async function begin(
  work: (write: (count: number, fields: string) => Promise<unknown>) => Promise<void>,
): Promise<void> {
  const ledger = await openLedger(url);
  const run = await ledger.begin({ sync: 'members', startedAt: 1_000 });
  await work((count, fields) => run.write(entries(count, { fields })));
  setInterval(() => undefined, 1_000);
}

function ready(): void {
  process.stdout.write('ready\n');
}

await TASKS[task]?.().catch((error: Error) => {
  process.stderr.write(error.message);
  process.exit(1);
});
