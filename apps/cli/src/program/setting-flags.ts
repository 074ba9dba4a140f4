import { Option, type Command } from 'commander';
import type { Settings } from '../config/load-settings.js';
import { VARIABLES } from '../config/variables.js';
import { LEVELS } from '../screen/levels.js';

interface SettingFlag {
  readonly flags: string;
  readonly variable: string;
  readonly help: string;
}

/** Flags that stand for a variable and win over it. Secrets have none: they would show in `ps`. */
const SETTING_FLAGS: readonly SettingFlag[] = [
  {
    flags: '--jwt',
    variable: 'USE_JWT_AUTH',
    help: 'authenticate with a JWT for each user',
  },
  {
    flags: '--no-jwt',
    variable: 'USE_JWT_AUTH',
    help: 'authenticate with the API key',
  },
  {
    flags: '--data-center <name>',
    variable: 'ITERABLE_DATA_CENTER',
    help: 'where the project lives: us or eu',
  },
  {
    flags: '--base-url <url>',
    variable: 'ITERABLE_BASE_URL',
    help: 'another base URL: https, or http on loopback',
  },
  {
    flags: '--max-attempts <n>',
    variable: 'ITERABLE_MAX_ATTEMPTS',
    help: 'attempts of a call in all',
  },
  {
    flags: '--timeout-ms <ms>',
    variable: 'ITERABLE_TIMEOUT_MS',
    help: 'time limit of one attempt',
  },
  {
    flags: '--output-dir <folder>',
    variable: 'OUTPUT_DIR',
    help: 'where the CSV and the results go',
  },
  {
    flags: '--log-level <level>',
    variable: 'LOG_LEVEL',
    help: `least level on the console: ${LEVELS.join(', ')}`,
  },
  {
    flags: '--log-file <file>',
    variable: 'LOG_FILE',
    help: 'the log, which has everything',
  },
  {
    flags: '--log-format <format>',
    variable: 'LOG_FORMAT',
    help: 'how the log is written: text or json',
  },
];

/** Adds the flags to a command, those of some variables only where they are named. */
export function addSettingFlags(command: Command, variables?: readonly string[]): Command {
  for (const { flags, help, variable } of SETTING_FLAGS) {
    if (variables && !variables.includes(variable)) continue;
    const option = new Option(flags, help);
    const usual = VARIABLES[variable]?.default;
    if (option.required && usual !== undefined) option.description += ` (default: ${usual})`;
    command.addOption(option);
  }
  return command;
}

/** The flag that gives a setting a value. */
export function flagOf(variable: string, value: string): string {
  const options = SETTING_FLAGS.filter((flag) => flag.variable === variable).map(
    ({ flags }) => new Option(flags),
  );
  const fit = options.find(({ required, negate }) => required || negate === (value === 'false'));
  return fit?.long ?? variable;
}

/** The settings that a command line gives, by variable name. */
export function settingsFromFlags(options: Readonly<Record<string, unknown>>): Settings {
  const settings: Record<string, string> = {};
  for (const { flags, variable } of SETTING_FLAGS) {
    const value = options[new Option(flags).attributeName()];
    if (typeof value === 'string' || typeof value === 'boolean') settings[variable] = String(value);
  }
  return settings;
}
