import { isJsonObject, type JsonObject } from '../json.js';
import { incomingTypes, type IncomingType } from './field-type.js';

/** Called for each value that has a type. Returning `false` leaves out what is inside. */
export type FieldVisitor = (
  path: string,
  types: readonly IncomingType[],
  value: unknown,
) => boolean | void;

/** Goes through all fields, nested ones under dotted names; `null` and empty arrays have no type. */
export function visitFields(fields: JsonObject, visit: FieldVisitor, prefix = ''): void {
  for (const name of Object.keys(fields)) visitValue(prefix + name, fields[name], visit);
}

function visitValue(path: string, value: unknown, visit: FieldVisitor): void {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) {
    for (const item of value) visitValue(path, item, visit);
    return;
  }
  const types = incomingTypes(path, value);
  const goOn = visit(path, types, value);
  if (goOn !== false && types[0] === 'object' && isJsonObject(value)) {
    visitFields(value, visit, `${path}.`);
  }
}
