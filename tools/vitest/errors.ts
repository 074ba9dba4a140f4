import { inspect } from 'node:util';
import { expect, it } from 'vitest';

type ErrorClass = new (...args: never[]) => Error;

/** The errors of a library, and ways to meet each. */
export interface ErrorExamples {
  /** All that the library exports. */
  readonly library: object;
  /** For each code something that fails with it. */
  readonly examples: Readonly<Record<string, () => unknown>>;
  /** What no error may show. */
  readonly secret: string;
}

/** Tests that every error of a library has the shape that all of them have, and an example here. */
export function testErrors({ library, examples, secret }: ErrorExamples): void {
  const classes = Object.values(library).filter(isErrorClass);
  const met = new Set<unknown>();

  it.each(Object.entries(examples))('%s: name, code, message and no secret', async (code, fail) => {
    const error = await errorOf(fail);
    for (
      let each = error.constructor;
      each !== Error;
      each = Object.getPrototypeOf(each) as never
    ) {
      met.add(each);
    }
    expect(classes).toContain(error.constructor);
    expect(error.name).toBe(error.constructor.name);
    expect(error).toMatchObject({ code });
    expect(code).toMatch(/^(?!ERR_)[A-Z]+(_[A-Z]+)*$/);
    expect(error.message).toMatch(/^\S.{10}/s);
    expect(error.message).not.toMatch(/undefined|\[object/);
    // A cause that is none would be printed as one.
    expect(Object.hasOwn(error, 'cause')).toBe(error.cause !== undefined);
    const shown = [inspect(error, { depth: Infinity, showHidden: true }), JSON.stringify(error)];
    expect(shown[0]).toContain(error.name);
    for (const text of shown) expect(text).not.toContain(secret);
  });

  it('are all of them', () => {
    expect(classes.filter((each) => !met.has(each)).map(({ name }) => name)).toEqual([]);
  });
}

function isErrorClass(value: unknown): value is ErrorClass {
  return typeof value === 'function' && value.prototype instanceof Error;
}

async function errorOf(fail: () => unknown): Promise<Error> {
  try {
    await fail();
  } catch (error) {
    expect(error).toBeInstanceOf(Error);
    return error as Error;
  }
  throw new Error('It did not fail.');
}
