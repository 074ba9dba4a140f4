import { addConfigFlags, addOutputFlags } from './common-flags.js';
import type { Program } from './program.js';
import { addSettingFlags } from './setting-flags.js';
import { addQueryFlags, type QueryOptions } from './sync-flags.js';
import { wholeNumber } from './whole-number.js';

/** The longest that a check may be given, in seconds. */
const LONGEST = 86_400;

/** What `doctor` is called with. */
export interface DoctorOptions extends QueryOptions {
  readonly as?: string;
  readonly fast?: true;
  /** In seconds. */
  readonly timeLimit: number;
}

/** `iterable-sync doctor`. */
export function addDoctor({ program, io, end }: Program): void {
  const command = program
    .command('doctor')
    .description('what keeps a run from working, and what to do about it');
  addQueryFlags(command, 'all that there are')
    .option('--as <user>', "email or id of a user to ask about (default: the first record's)")
    .option('--fast', 'leave out what makes the database run the whole query')
    .option(
      '--time-limit <seconds>',
      'the longest that a check may take',
      wholeNumber(1, LONGEST),
      10,
    );
  addSettingFlags(addOutputFlags(addConfigFlags(command)))
    .addHelpText('after', EXAMPLES)
    .action(async (name: string | undefined, options: DoctorOptions) => {
      const { doctor } = await import('../commands/doctor.js');
      end(await doctor(name, options, io));
    });
}

const EXAMPLES = `
Nothing is sent to Iterable and nothing is written anywhere.

Exit code: 0 where nothing failed; else that of configuration (2), database (4),
credentials (3) or Iterable (5), whichever of them failed, in this order.

Examples:
  iterable-sync doctor
  iterable-sync doctor engagement --verbose
  iterable-sync doctor --jwt --as ada@example.com
  iterable-sync doctor --json --fast`;
