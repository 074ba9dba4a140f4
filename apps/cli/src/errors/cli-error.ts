import type { ExitCode } from '../exit-code.js';

interface CliErrorOptions extends ErrorOptions {
  readonly anonymous?: string | undefined;
}

/** An error that is told to the user as it is: what was asked, what was found, what to do. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly code: string;
  readonly exitCode: ExitCode;
  /** The message without personal data, where it has some. */
  readonly anonymous?: string;

  constructor(code: string, exitCode: ExitCode, message: string, options: CliErrorOptions = {}) {
    const { anonymous, ...others } = options;
    super(message, others);
    this.code = code;
    this.exitCode = exitCode;
    if (anonymous !== undefined) this.anonymous = anonymous;
  }
}
