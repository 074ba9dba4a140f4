import { Option } from 'commander';
import type { CommonOptions } from './common-flags.js';
import type { Program } from './program.js';
import { wholeNumber } from './whole-number.js';

const PROJECT_TYPES = ['hybrid', 'email', 'userId'] as const;

/** What `sandbox` is called with. */
export interface SandboxCommandOptions extends Pick<CommonOptions, 'json' | 'quiet'> {
  readonly port: number;
  readonly apiKey: string;
  readonly jwtSecret?: string;
  readonly dataCenter: 'us' | 'eu';
  readonly projectType: (typeof PROJECT_TYPES)[number];
  readonly rateLimits: 'documented' | 'off';
}

/** `iterable-sync sandbox`. */
export function addSandbox({ program, io, end }: Program): void {
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
    .option('--json', 'where it listens as JSON on stdout')
    .option('-q, --quiet', 'say nothing')
    .option('--debug', 'show the stack of an error')
    .addHelpText('after', EXAMPLES)
    .action(async (options: SandboxCommandOptions) => {
      const { sandbox } = await import('../commands/sandbox.js');
      end(await sandbox(options, io));
    });
}

const EXAMPLES = `
Examples:
  iterable-sync sandbox
  iterable-sync sandbox --port 9000 --rate-limits documented
  iterable-sync sandbox --jwt-secret a-secret-of-at-least-32-characters`;
