import { addConfigFlags, addOutputFlags, type CommonOptions } from './common-flags.js';
import type { Program } from './program.js';
import { wholeNumber } from './whole-number.js';

/** What `status` is called with. */
export interface StatusOptions extends CommonOptions {
  readonly limit: number;
}

const MOST_RUNS = 100_000;

/** `iterable-sync status`. */
export function addStatus({ program, io, end }: Program): void {
  const command = program
    .command('status')
    .description('the last runs, and what is still not delivered')
    .argument('[sync]', 'name of the sync (default: all that ever ran)')
    .option('--limit <n>', 'how many runs to show', wholeNumber(1, MOST_RUNS), 10);
  addOutputFlags(addConfigFlags(command))
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, options: StatusOptions) => {
      const { status } = await import('../commands/status.js');
      end(await status(name, options, io));
    });
}

const EXAMPLES = `
It reads the ledger (LEDGER_URL) and needs no other setting.

Examples:
  iterable-sync status
  iterable-sync status engagement --limit 1
  iterable-sync status --json | jq '.runs[0].state'`;
