import type { Config } from '../config/config.js';
import { tellError } from '../errors/tell-error.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import { redactor } from '../log/redactor.js';
import { isCancellation, listenForInterrupt } from './interrupt.js';
import { openConsole, type ConsoleOptions } from './open-console.js';
import type { View } from './view.js';

/**
 * Opens a screen around a command that only looks. What it shows is what was asked for, whatever
 * `LOG_LEVEL` is; nothing is logged, so that it leaves nothing behind.
 */
export async function onScreen(
  config: Pick<Config, 'log' | 'secrets'>,
  options: ConsoleOptions,
  io: Io,
  work: (view: View) => Promise<ExitCode>,
): Promise<ExitCode> {
  const shown = openConsole(config, options, io, 'INFO');
  const interrupt = listenForInterrupt(io, () => undefined);
  const tellInterrupted = (): ExitCode => {
    shown.screen.line('ERROR', 'error[INTERRUPTED]: stopped by a signal');
    return EXIT.interrupted;
  };
  try {
    return await Promise.race([
      work({ ...shown, signal: interrupt.stop }),
      interrupt.abandoned.then(tellInterrupted),
    ]);
  } catch (error) {
    if (isCancellation(error, interrupt)) return tellInterrupted();
    const anonymous = config.log.redact;
    return tellError(error, { io, options, redact: redactor(config.secrets), anonymous });
  } finally {
    interrupt.release();
  }
}
