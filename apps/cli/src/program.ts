import type { DeliveryOption } from '@org/sync';
import { Command, Option } from 'commander';
import { addSettingFlags } from './commands/setting-flags.js';
import { wholeNumber } from './commands/whole-number.js';
import type { ExitCode } from './exit-code.js';
import type { Io } from './io.js';
import { widthOf } from './screen/style.js';
import { version } from './version.js';

/** Rows of the demo beyond which it stops being one. */
const MOST_DEMO_USERS = 100_000;

/** The command line: what there is to call. Commands are loaded when they are called. */
export function createProgram(io: Io, end: (exitCode: ExitCode) => void): Command {
  const program = new Command('iterable-sync')
    .description('Puts the rows of a PostgreSQL query into Iterable, exact about every row.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError('(--help shows what there is)')
    .configureOutput({
      writeOut: (text) => void io.stdout.write(text),
      writeErr: (text) => void io.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error:/, 'error[USAGE]:')),
      getOutHelpWidth: () => widthOf({ output: io.stdout, env: io.env }),
      getErrHelpWidth: () => widthOf({ output: io.stderr, env: io.env }),
    })
    .addHelpText('after', EXIT_CODES);
  addRun(program, io, end);
  addDemo(program, io, end);
  addSandbox(program, io, end);
  return program;
}

function addRun(program: Command, io: Io, end: (exitCode: ExitCode) => void): void {
  const command = program
    .command('run')
    .description('query, CSV, delivery, summary: the main job')
    .option('--days <n>', 'how recent an engagement must be, in days', wholeNumber(1, 36_500), 7)
    .addOption(
      new Option('--delivery <mode>', 'how records are sent; auto: bulk from 500 on')
        .choices(['auto', 'single', 'bulk'])
        .default('auto'),
    )
    .addOption(
      new Option(
        '--full',
        'send all records, also those that were delivered as they are',
      ).conflicts('onlyFailed'),
    )
    .option('--only-failed', 'send only records whose last delivery failed')
    .option('--limit <n>', 'send so many records at most', wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .option(
      '--max-failures <n>',
      'stop after more failures',
      wholeNumber(0, Number.MAX_SAFE_INTEGER),
    )
    .option('--max-changed <percent>', 'send nothing where more has changed', wholeNumber(0, 100))
    .option('--allow-empty', 'take an empty result for all records having left the query')
    .option('--strict-fields', 'a field that Iterable drops fails its record')
    .option('--jwt', 'authenticate with a JWT for each user (USE_JWT_AUTH=true)')
    .option('--no-jwt', 'authenticate with the API key (USE_JWT_AUTH=false)')
    .option('--dotenv <file>', 'settings to read (default: .env, where there is one)')
    .option('--verbose', 'a block of lines for each record, however many there are', false);
  addSettingFlags(command)
    .addHelpText('after', RUN_EXAMPLES)
    .action(async (options: RunOptions) => {
      const { run } = await import('./commands/run.js');
      end(await run(options, io));
    });
}

function addDemo(program: Command, io: Io, end: (exitCode: ExitCode) => void): void {
  const command = program
    .command('demo')
    .description('the main job on an embedded PostgreSQL and a local Iterable')
    .option('--users <n>', 'users that the query finds', wholeNumber(1, MOST_DEMO_USERS), 3)
    .option('--jwt', 'authenticate with a JWT for each user', false)
    .option('--flaky', 'let Iterable fail at first: 503, 502, then success', false)
    .option('--verbose', 'a block of lines for each record, however many there are', false);
  addSettingFlags(command, ['OUTPUT_DIR', 'LOG_LEVEL', 'LOG_FILE', 'LOG_FORMAT'])
    .addHelpText('after', DEMO_EXAMPLES)
    .action(async (options: DemoOptions) => {
      const { demo } = await import('./commands/demo.js');
      end(await demo(options, io));
    });
}

function addSandbox(program: Command, io: Io, end: (exitCode: ExitCode) => void): void {
  const choice = (flags: string, help: string, words: readonly string[], fallback: string) =>
    new Option(flags, help).choices(words).default(fallback);
  program
    .command('sandbox')
    .description('a local Iterable to develop and test against')
    .option('--port <n>', 'port on 127.0.0.1; 0 takes a free one', wholeNumber(0, 65_535), 8787)
    .option('--api-key <key>', 'the key that it knows', 'sandbox-api-key')
    .option('--jwt-secret <text>', 'makes that key one that needs a JWT, signed with this secret')
    .addOption(choice('--data-center <name>', 'which one it stands for', ['us', 'eu'], 'us'))
    .addOption(choice('--project-type <type>', 'how users are told apart', PROJECT_TYPES, 'hybrid'))
    .addOption(choice('--rate-limits <which>', 'whether 429s come', ['documented', 'off'], 'off'))
    .addHelpText('after', SANDBOX_EXAMPLES)
    .action(async (options: SandboxCommandOptions) => {
      const { sandbox } = await import('./commands/sandbox.js');
      end(await sandbox(options, io));
    });
}

const PROJECT_TYPES = ['hybrid', 'email', 'userId'] as const;

/** What `sandbox` is called with. */
export interface SandboxCommandOptions {
  readonly port: number;
  readonly apiKey: string;
  readonly jwtSecret?: string;
  readonly dataCenter: 'us' | 'eu';
  readonly projectType: (typeof PROJECT_TYPES)[number];
  readonly rateLimits: 'documented' | 'off';
}

/** What `run` is called with. */
export type RunOptions = Readonly<Record<string, unknown>> & {
  readonly days: number;
  readonly delivery: DeliveryOption;
  readonly full?: true;
  readonly onlyFailed?: true;
  readonly limit?: number;
  readonly maxFailures?: number;
  readonly maxChanged?: number;
  readonly allowEmpty?: true;
  readonly strictFields?: true;
  readonly verbose: boolean;
  readonly dotenv?: string;
};

/** What `demo` is called with. */
export type DemoOptions = Readonly<Record<string, unknown>> & {
  readonly users: number;
  readonly jwt: boolean;
  readonly flaky: boolean;
  readonly verbose: boolean;
};

const EXIT_CODES = `
Exit codes:
  0    all rows are accounted for and none failed
  1    some rows failed
  2    usage or configuration
  3    Iterable refused the credentials
  4    database or ledger
  5    Iterable is out of reach
  6    internal
  130  interrupted`;

const RUN_EXAMPLES = `
Examples:
  iterable-sync run
  iterable-sync run --jwt --days 30
  iterable-sync run --limit 10 --delivery single
  iterable-sync run --dotenv production.env --output-dir exports`;

const SANDBOX_EXAMPLES = `
Examples:
  iterable-sync sandbox
  iterable-sync sandbox --port 9000 --rate-limits documented
  iterable-sync sandbox --jwt-secret a-secret-of-at-least-32-characters`;

const DEMO_EXAMPLES = `
Examples:
  iterable-sync demo
  iterable-sync demo --jwt --flaky
  iterable-sync demo --users 500`;
