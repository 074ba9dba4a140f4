import { isDate } from 'node:util/types';
import { isGeoLocation } from './is-geo-location.js';

/** What {@link walkFields} tells. Fields inside of objects have dotted paths, list elements the path of their list. */
export interface FieldVisitor {
  /** A field, whatever it holds, but for `undefined`. */
  field(path: string, name: string): void;
  /** A value that isn't a list, `null` and objects included. */
  value(path: string, value: unknown): void;
}

/** Deeper than this the client refuses a record. */
const DEEPEST = 200;

/**
 * Goes through all fields. What JSON can't hold (a cycle, a `Map`, …) is told as a value and not
 * looked into: the client refuses it. Nor is a location, which is one value.
 */
export function walkFields(fields: object, visitor: FieldVisitor): void {
  walkInside(fields as Readonly<Record<string, unknown>>, '', [fields], visitor);
}

function walkInside(
  fields: Readonly<Record<string, unknown>>,
  prefix: string,
  above: object[],
  visitor: FieldVisitor,
): void {
  for (const name of Object.keys(fields)) {
    const value = fields[name];
    if (value === undefined) continue;
    const path = prefix === '' ? name : prefix + name;
    visitor.field(path, name);
    walkValue(value, path, above, visitor);
  }
}

function walkValue(value: unknown, path: string, above: object[], visitor: FieldVisitor): void {
  if (typeof value !== 'object' || value === null) return visitor.value(path, value);
  const list = Array.isArray(value);
  if (!list) visitor.value(path, value);
  if (!list && (!isPlain(value) || isGeoLocation(path, value))) return;
  if (above.length >= DEEPEST || above.includes(value)) return;
  above.push(value);
  if (list) for (const item of value as unknown[]) walkValue(item, path, above, visitor);
  else walkInside(value as Readonly<Record<string, unknown>>, `${path}.`, above, visitor);
  above.pop();
}

/** Objects that JSON writes field by field, those of another realm included. */
export function isPlain(value: object): boolean {
  if (isDate(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
