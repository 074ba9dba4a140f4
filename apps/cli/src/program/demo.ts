import { addOutputFlags, type CommonOptions } from './common-flags.js';
import type { Program } from './program.js';
import { addSettingFlags } from './setting-flags.js';
import { wholeNumber } from './whole-number.js';

/** Users of the demo beyond which it stops being one. */
const MOST_USERS = 100_000;

/** What `demo` is called with. */
export interface DemoOptions extends CommonOptions {
  readonly users: number;
  readonly jwt: boolean;
  readonly flaky: boolean;
}

/** `iterable-sync demo`. */
export function addDemo({ program, io, end }: Program): void {
  const command = program
    .command('demo')
    .description('the main job on an embedded PostgreSQL and a local Iterable')
    .option('--users <n>', 'users that the query finds', wholeNumber(1, MOST_USERS), 3)
    .option('--jwt', 'authenticate with a JWT for each user', false)
    .option('--flaky', 'let Iterable fail at first: 503, 502, then success', false);
  addSettingFlags(addOutputFlags(command), ['OUTPUT_DIR', 'LOG_LEVEL', 'LOG_FILE', 'LOG_FORMAT'])
    .addHelpText('after', EXAMPLES)
    .action(async (options: DemoOptions) => {
      const { demo } = await import('../commands/demo.js');
      end(await demo(options, io));
    });
}

const EXAMPLES = `
Examples:
  iterable-sync demo
  iterable-sync demo --jwt --flaky
  iterable-sync demo --users 500`;
