import { EXIT, type ExitCode } from '../exit-code.js';
import { version } from '../version.js';
import { CliError } from './cli-error.js';

/** What the user is told of an error. */
export interface Explanation {
  readonly code: string;
  readonly message: string;
  /** The message without personal data, where it has some. */
  readonly anonymous?: string;
  readonly exitCode: ExitCode;
}

/** Exit codes of the libraries' errors, by the name of their class. */
const LIBRARY_ERRORS: Readonly<Record<string, ExitCode>> = {
  DatabaseError: EXIT.database,
  LedgerError: EXIT.database,
  CsvError: EXIT.usage,
  SandboxError: EXIT.usage,
  AuthError: EXIT.usage,
  AuthEnvironmentError: EXIT.usage,
};

/** Says what happened, and which exit code it means. Unknown errors are faults of this program. */
export function explainError(error: unknown): Explanation {
  if (error instanceof CliError) return error;
  if (error instanceof Error) {
    const { code } = error as { code?: unknown };
    const exitCode = LIBRARY_ERRORS[error.name];
    if (exitCode !== undefined && typeof code === 'string') {
      const known = code === 'CONFIGURATION' ? EXIT.usage : exitCode;
      return { code, message: error.message, exitCode: known };
    }
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'INTERNAL',
    message:
      `${message}\nThis is a fault of iterable-sync ${version()} itself. Please report it with the log ` +
      'file; mind that the log holds personal data.',
    exitCode: EXIT.internal,
  };
}
