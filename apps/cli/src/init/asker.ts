import * as clack from '@clack/prompts';
import type { Io } from '../io.js';
import { Cancelled } from './cancelled.js';
import { PromptOutput } from './prompt-output.js';
import { TypedKeys } from './typed-keys.js';

/** What is wrong with an answer, as far as it is. */
export type Validate = (answer: string) => string | undefined;

/** A choice, as it is shown. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly hint?: string;
}

/** Asks questions on a terminal. Each throws {@link Cancelled} where the user gives up. */
export class Asker implements Disposable {
  readonly #keys: TypedKeys;
  readonly #signal: AbortSignal;
  readonly #output: PromptOutput;

  /** @param signal ends the question that is open */
  constructor(
    io: Pick<Io, 'stdin' | 'stdout' | 'onResize' | 'env'>,
    signal: AbortSignal,
    color: boolean | undefined,
  ) {
    this.#keys = new TypedKeys(io.stdin);
    this.#signal = signal;
    this.#output = new PromptOutput(io, color);
  }

  begin(title: string): void {
    clack.intro(title, { output: this.#output });
  }

  say(text: string): void {
    clack.log.info(text, { output: this.#output });
  }

  warn(text: string): void {
    clack.log.warn(text, { output: this.#output });
  }

  end(text: string): void {
    clack.outro(text, { output: this.#output });
  }

  /** Asks for a text. An empty answer is the default, where there is one. */
  async text(
    message: string,
    { initial = '', validate }: { initial?: string; validate?: Validate } = {},
  ): Promise<string> {
    const check = (answer = ''): string | undefined => validate?.(answer.trim() || initial);
    const answer = await this.#ask<string>((common) =>
      clack.text({
        ...common,
        message,
        placeholder: initial,
        defaultValue: initial,
        validate: check,
      }),
    );
    return answer.trim() || initial;
  }

  /** Asks for what must not be seen. An empty answer is allowed. */
  async secret(message: string, validate: Validate): Promise<string> {
    const check = (answer = ''): string | undefined =>
      answer === '' ? undefined : validate(answer);
    return this.#ask<string>((common) => clack.password({ ...common, message, validate: check }));
  }

  async choice<Value extends string>(
    message: string,
    options: readonly Choice<Value>[],
    initial?: Value,
  ): Promise<Value> {
    return this.#ask(async (common) => {
      const chosen = await clack.select<string>({
        ...common,
        message,
        options: [...options],
        ...(initial !== undefined && { initialValue: initial }),
      });
      return chosen as Value | symbol;
    });
  }

  async yes(message: string, initial: boolean): Promise<boolean> {
    return this.#ask<boolean>((common) =>
      clack.confirm({ ...common, message, initialValue: initial }),
    );
  }

  async #ask<Answer>(
    question: (common: {
      input: TypedKeys;
      output: PromptOutput;
      signal: AbortSignal;
    }) => Promise<Answer | symbol>,
  ): Promise<Answer> {
    // A prompt goes on listening to its signal after its end, so each gets one of its own.
    const giveUp = new AbortController();
    const abort = (): void => giveUp.abort();
    const input = this.#keys;
    this.#signal.addEventListener('abort', abort, { once: true });
    input.once('end', abort);
    if (this.#signal.aborted) abort();
    try {
      const answer = await question({ input, output: this.#output, signal: giveUp.signal });
      if (clack.isCancel(answer)) throw new Cancelled();
      return answer as Answer;
    } finally {
      this.#signal.removeEventListener('abort', abort);
      input.off('end', abort);
    }
  }

  [Symbol.dispose](): void {
    this.#keys[Symbol.dispose]();
    this.#output[Symbol.dispose]();
  }
}
