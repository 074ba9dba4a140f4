import { AuthError } from './auth-error.js';

/** One variable that is missing or cannot be used. */
export interface EnvironmentProblem {
  readonly variable: string;
  /** What is wrong and what to do, without the value of a secret. */
  readonly message: string;
}

/** All that is wrong with the environment, told at once. Its code is `AUTH_ENVIRONMENT`. */
export class AuthEnvironmentError extends AuthError {
  override readonly name: string = 'AuthEnvironmentError';
  readonly problems: readonly EnvironmentProblem[];

  constructor(problems: readonly EnvironmentProblem[]) {
    super(
      'AUTH_ENVIRONMENT',
      ['Authentication is not configured:', ...problems.map(toLine)].join('\n'),
    );
    this.problems = Object.freeze(problems.map((problem) => Object.freeze({ ...problem })));
  }
}

function toLine({ variable, message }: EnvironmentProblem): string {
  return `- ${variable}: ${message}`;
}
