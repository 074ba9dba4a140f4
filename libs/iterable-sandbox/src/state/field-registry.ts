import type { JsonObject } from '../json.js';
import type { FieldType, IncomingType } from './field-type.js';
import { visitFields } from './visit-fields.js';

/** One entry of `params.validationErrors`, as recorded. */
export interface TypeMismatch {
  readonly incomingTypes: readonly IncomingType[];
  readonly expectedType: FieldType;
  readonly _type: 'UnexpectedType';
  readonly offendingValue: unknown;
  readonly category: FieldCategory;
}

/** Fields of user profiles, or of the events of one name. */
export type FieldCategory = 'user' | 'customEvent';

/** Mismatches by field name, the first of each. */
export type Mismatches = Map<string, TypeMismatch>;

/** The types of fields: the first value sent decides for ever. */
export class FieldRegistry {
  readonly #types: Map<string, FieldType>;
  readonly #category: FieldCategory;

  constructor(category: FieldCategory, known: Readonly<Record<string, FieldType>> = {}) {
    this.#category = category;
    this.#types = new Map(Object.entries(known));
  }

  /** Name to type, in the order of creation. */
  all(): Record<string, FieldType> {
    return Object.fromEntries(this.#types);
  }

  /**
   * Checks fields without creating any. `pending` holds the types that earlier records of the same
   * request would create, and is added to; without it fields that are not known are passed over.
   */
  check(fields: JsonObject, mismatches: Mismatches, pending?: Map<string, FieldType>): void {
    visitFields(fields, (name, types, value) => {
      const expected = this.#types.get(name) ?? pending?.get(name);
      if (expected === undefined) pending?.set(name, types[0] as FieldType);
      else if (!types.includes(expected)) {
        if (!mismatches.has(name)) mismatches.set(name, this.#mismatch(expected, types, value));
        return false;
      }
      return true;
    });
  }

  /** Creates the fields that are not known yet, and says which. */
  create(fields: JsonObject, created: Set<string>): void {
    visitFields(fields, (name, types) => {
      if (this.#types.has(name)) return;
      this.#types.set(name, types[0] as FieldType);
      created.add(name);
    });
  }

  /** The fields that exist; the names of the others go to `dropped`. */
  keepKnown(fields: JsonObject, dropped: Set<string>, prefix = ''): JsonObject {
    const kept = Object.keys(fields).filter((name) => {
      const known = this.#types.has(prefix + name);
      if (!known) dropped.add(prefix + name);
      return known;
    });
    return Object.fromEntries(
      kept.map((name) => [name, this.#keepInside(fields[name], dropped, `${prefix}${name}.`)]),
    );
  }

  #mismatch(
    expectedType: FieldType,
    incomingTypes: readonly IncomingType[],
    offendingValue: unknown,
  ): TypeMismatch {
    const category = this.#category;
    return { incomingTypes, expectedType, _type: 'UnexpectedType', offendingValue, category };
  }

  #keepInside(value: unknown, dropped: Set<string>, prefix: string): unknown {
    if (Array.isArray(value)) return value.map((item) => this.#keepInside(item, dropped, prefix));
    if (typeof value !== 'object' || value === null) return value;
    const inside = value as JsonObject;
    return this.#types.get(prefix.slice(0, -1)) === 'object'
      ? this.keepKnown(inside, dropped, prefix)
      : inside;
  }
}
