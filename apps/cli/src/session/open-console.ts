import type { Config } from '../config/config.js';
import type { Io } from '../io.js';
import type { CommonOptions } from '../program/common-flags.js';
import type { Level } from '../screen/levels.js';
import { Screen } from '../screen/screen.js';
import { writeJson } from './write-json.js';

/** What a command was called with, as far as it is about what it shows. */
export interface ConsoleOptions extends CommonOptions {
  /** Where lines go that are no errors. @default stdout, unless JSON goes there */
  readonly talk?: 'stdout' | 'stderr';
}

/** What a command shows itself by. */
export interface Console {
  readonly screen: Screen;
  /** Tells more of each record. */
  readonly verbose: boolean;
  /** Gives the result of the command, where JSON is asked for. Texts in it must be redacted. */
  readonly result: (value: object) => void;
}

/** The console of a command; it shows lines from a level on, and errors only where it is to be quiet. */
export function openConsole(
  { log, secrets }: Pick<Config, 'log' | 'secrets'>,
  options: ConsoleOptions,
  io: Io,
  level: Level,
): Console {
  const { json, quiet, color, verbose = false, talk = json ? 'stderr' : 'stdout' } = options;
  return {
    screen: new Screen(io, {
      level: quiet ? 'ERROR' : level,
      secrets,
      color,
      talk,
      anonymous: log.redact,
    }),
    verbose,
    result: (value) => {
      if (json) writeJson(io.stdout, value);
    },
  };
}
