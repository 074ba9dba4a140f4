import type { Config } from '../config/config.js';
import { tellError } from '../errors/tell-error.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { redactor } from '../log/redactor.js';
import type { CommonOptions } from '../program/common-flags.js';
import { Screen } from '../screen/screen.js';
import { isCancellation, listenForInterrupt } from './interrupt.js';
import type { View } from './view.js';
import { writeJson } from './write-json.js';

/** How a command that only looks is called. */
export interface ViewOptions extends CommonOptions {
  /** Where lines go that are no errors. @default stdout, unless JSON goes there */
  readonly talk?: 'stdout' | 'stderr';
}

/**
 * Opens a screen around a command that only looks. What it shows is what was asked for, whatever
 * `LOG_LEVEL` is; nothing is logged, so that it leaves nothing behind.
 */
export async function onScreen(
  config: Pick<Config, 'log' | 'secrets'>,
  options: ViewOptions,
  io: Io,
  work: (view: View) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { secrets } = config;
  const { json, quiet, color, verbose = false, talk = json ? 'stderr' : 'stdout' } = options;
  const level = quiet ? 'ERROR' : 'INFO';
  const anonymous = config.log.redact;
  const screen = new Screen(io, { level, secrets, color, talk, anonymous });
  const interrupt = listenForInterrupt(io, () => undefined);
  const view: View = {
    screen,
    verbose,
    signal: interrupt.stop,
    result: (value) => {
      if (json) writeJson(io.stdout, value);
    },
  };
  const tellInterrupted = (): ExitCode => {
    screen.line('ERROR', 'error[INTERRUPTED]: stopped by a signal');
    return EXIT.interrupted;
  };
  try {
    return await Promise.race([work(view), interrupt.abandoned.then(tellInterrupted)]);
  } catch (error) {
    if (isCancellation(error, interrupt)) return tellInterrupted();
    return tellError(error, { io, options, redact: redactor(secrets) });
  } finally {
    interrupt.release();
  }
}
