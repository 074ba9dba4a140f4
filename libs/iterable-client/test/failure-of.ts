import { IterableError } from '../src/index.js';

/** The error that a call fails with; a call that succeeds is an error too. */
export async function failureOf<Failure extends IterableError = IterableError>(
  call: Promise<unknown>,
): Promise<Failure> {
  const outcome = await call.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (!('error' in outcome)) {
    throw new Error(`the call should have failed and gave ${JSON.stringify(outcome.value)}`);
  }
  if (!(outcome.error instanceof IterableError)) throw outcome.error;
  return outcome.error as Failure;
}
