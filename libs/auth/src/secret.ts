import { inspect } from 'node:util';
import { textProblem } from './credential-problems.js';

const REDACTED = '[redacted]';

/**
 * A text that must not be seen. It reads `[redacted]` in template strings, JSON, `util.inspect` and
 * the console; only {@link Secret.reveal} gives it away.
 *
 * @example
 * ```ts
 * import { Secret } from '@org/auth';
 *
 * const secret = new Secret('hunter2');
 * String(secret); // '[redacted]'
 * secret.reveal(); // 'hunter2'
 * ```
 */
export class Secret {
  readonly #value: string;

  /** @throws TypeError where the value is not a string, or empty or blank. */
  constructor(value: string) {
    const problem = textProblem(value);
    if (problem !== undefined) throw new TypeError(`A secret ${problem}.`);
    this.#value = value;
  }

  /** The text itself. Hand it to what needs it, and keep it nowhere. */
  reveal(): string {
    return this.#value;
  }

  /** `[redacted]`. */
  toString(): string {
    return REDACTED;
  }

  /** `[redacted]`. */
  toJSON(): string {
    return REDACTED;
  }

  static {
    // Not a method: `isolatedDeclarations` takes no computed name.
    Object.defineProperty(this.prototype, inspect.custom, { value: () => REDACTED });
  }
}
