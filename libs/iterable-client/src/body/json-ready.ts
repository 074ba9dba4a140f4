import { isDate } from 'node:util/types';
import { dateText } from './date-text.js';
import type { Refuse } from './refuse.js';

const INT64 = { least: -(2n ** 63n), most: 2n ** 63n - 1n } as const;
const DEEPEST = 200;

/** Node has it since 21; TypeScript's library does not know it yet. */
const { rawJSON } = JSON as unknown as { rawJSON(this: void, text: string): object };

/**
 * The value as `JSON.stringify` may have it: dates as Iterable writes them, `bigint` exact. Whatever
 * JSON would drop or bend in silence is refused. Returns the very value where nothing is to be
 * changed, so that a plain body costs no copy.
 */
export function jsonReady(root: unknown, refuse: Refuse): unknown {
  const path: (string | number)[] = ['body'];
  const above: object[] = [];

  function item(value: unknown, key: string | number): unknown {
    path.push(key);
    const ready = visit(value);
    path.pop();
    return ready;
  }

  function list(values: readonly unknown[]): unknown[] {
    let copy: unknown[] | undefined;
    for (let index = 0; index < values.length; index += 1) {
      const value = values[index];
      if (value === undefined) refuse([...path, index], 'is undefined, which a list cannot hold');
      const ready = item(value, index);
      if (ready !== value) (copy ??= values.slice())[index] = ready;
    }
    return copy ?? (values as unknown[]);
  }

  function record(values: Readonly<Record<string, unknown>>): unknown {
    let copy: Record<string, unknown> | undefined;
    for (const key of Object.keys(values)) {
      const value = values[key];
      if (value === undefined) continue;
      const ready = item(value, key);
      if (ready !== value) own((copy ??= { ...values }), key, ready);
    }
    return copy ?? values;
  }

  function inside(value: object): unknown {
    if (above.includes(value)) refuse(path, 'contains itself');
    if (above.length >= DEEPEST) refuse(path, `is more than ${DEEPEST} levels deep`);
    above.push(value);
    const ready = Array.isArray(value) ? list(value) : record(value as Record<string, unknown>);
    above.pop();
    return ready;
  }

  function object(value: object): unknown {
    if (isDate(value)) {
      return dateText(value) ?? refuse(path, 'is a Date that is invalid or beyond the year 9999');
    }
    if (Array.isArray(value) || isPlain(value)) return inside(value);
    return refuse(path, `is ${kindOf(value)}: turn it into a plain object, a list or a text first`);
  }

  function visit(value: unknown): unknown {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        return Number.isFinite(value) ? value : refuse(path, `is ${value}, which JSON cannot hold`);
      case 'bigint':
        if (value < INT64.least || value > INT64.most) {
          refuse(path, 'is a bigint of more than 64 bits');
        }
        return rawJSON(value.toString());
      case 'object':
        return value === null ? null : object(value);
      case 'undefined':
      case 'function':
      case 'symbol':
        return refuse(
          path,
          `is ${typeof value === 'undefined' ? 'undefined' : `a ${typeof value}`}`,
        );
    }
  }

  return visit(root);
}

/** Objects of another realm are plain too: what counts is that their prototype is the last one. */
function isPlain(value: object): boolean {
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function kindOf(value: object): string {
  const name: unknown = (value.constructor as { name?: unknown } | undefined)?.name;
  return typeof name === 'string' && name !== '' && name !== 'Object'
    ? `an instance of ${name}`
    : 'an object that writes its own JSON';
}

function own(target: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(target, key, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}
