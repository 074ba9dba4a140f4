import { expect } from 'vitest';
import { schema } from '../test/schema.js';

/** What a command printed with `--json`: it is all that is on stdout, and as the schema says. */
export function printed<Result = Readonly<Record<string, unknown>>>(
  name: string,
  { stdout }: { readonly stdout: string },
): Result {
  const result: unknown = JSON.parse(stdout);
  const valid = schema(name);
  expect(valid(result), JSON.stringify(valid.errors)).toBe(true);
  return result as Result;
}
