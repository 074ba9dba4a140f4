import { CliError } from '../errors/cli-error.js';
import { EXIT } from '../exit-code.js';

/** All that is wrong with the configuration, told at once. */
export class ConfigurationError extends CliError {
  readonly problems: readonly string[];

  /** @param hint what may explain them all */
  constructor(problems: readonly string[], hint?: string) {
    const count = problems.length === 1 ? 'a problem' : `${String(problems.length)} problems`;
    super(
      'CONFIGURATION',
      EXIT.usage,
      [
        `The configuration has ${count}:`,
        ...problems.map((problem) => `  - ${problem}`),
        ...(hint === undefined ? [] : [hint]),
      ].join('\n'),
    );
    this.problems = problems;
  }
}
