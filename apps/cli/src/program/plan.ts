import { addConfigFlags, addOutputFlags } from './common-flags.js';
import type { Program } from './program.js';
import { addGuardFlags, addSelectionFlags, type SendingOptions } from './run.js';
import { addSettingFlags } from './setting-flags.js';
import { addQueryFlags } from './sync-flags.js';

/** Settings of a plan: what its run has, but for where files go. */
const SETTINGS = [
  'USE_JWT_AUTH',
  'ITERABLE_DATA_CENTER',
  'ITERABLE_BASE_URL',
  'ITERABLE_MAX_ATTEMPTS',
  'ITERABLE_TIMEOUT_MS',
  'LOG_LEVEL',
  'LOG_FILE',
  'LOG_FORMAT',
];

/** `iterable-sync plan`. */
export function addPlan({ program, io, end }: Program): void {
  const command = program
    .command('plan')
    .description('what a run would do, without sending anything');
  addGuardFlags(addSelectionFlags(addQueryFlags(command)));
  addSettingFlags(addOutputFlags(addConfigFlags(command)), SETTINGS)
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, options: SendingOptions) => {
      const { plan } = await import('../commands/plan.js');
      end(await plan(name, options, io));
    });
}

const EXAMPLES = `
The exit code is 0 where a plan could be made, whatever is in it. With --json, "due" says how
many records a run would send.

Examples:
  iterable-sync plan
  iterable-sync plan engagement --param since=2026-01-01
  iterable-sync plan --max-changed 20
  iterable-sync plan --json | jq -e '.due == 0'`;
