import { constants, openSync } from 'node:fs';
import pino from 'pino';
import { CliError } from '../errors/cli-error.js';
import { EXIT } from '../exit-code.js';

/**
 * A file that lines are appended to, each at once. It can be cut to nothing while it is written
 * (logrotate's `copytruncate`): an appending descriptor goes on at the end, wherever that is.
 */
export class LogFile {
  readonly path: string;
  #destination: ReturnType<typeof pino.destination>;
  #failure: Error | undefined;

  /** @throws CliError when the file can't be written */
  constructor(path: string) {
    this.path = path;
    try {
      this.#destination = this.#open();
    } catch (error) {
      throw new CliError(
        'LOG_FILE',
        EXIT.usage,
        `LOG_FILE ${path} can't be written (${codeOf(error)}); name a file in a folder that you may write to`,
        { cause: error },
      );
    }
  }

  /** The error that kept a line from being written, once there was one. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  write(line: string): void {
    if (!this.#failure) this.#destination.write(line);
  }

  /**
   * Goes on in the file that has the name now. Where that can't be, the one that was open stays, so
   * that no line is lost; then it gives what is wrong.
   */
  reopen(): string | undefined {
    try {
      const before = this.#destination;
      this.#destination = this.#open();
      before.end();
      return undefined;
    } catch (error) {
      return codeOf(error);
    }
  }

  end(): void {
    this.#destination.end();
  }

  /** Opened without blocking: a pipe that nobody reads is an error, not a wait for ever. */
  #open() {
    const { O_APPEND, O_CREAT, O_WRONLY, O_NONBLOCK = 0 } = constants;
    const fd = openSync(this.path, O_APPEND | O_CREAT | O_WRONLY | O_NONBLOCK, 0o600);
    return pino.destination({ fd, sync: true }).on('error', (error: Error) => {
      this.#failure ??= error;
    });
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
