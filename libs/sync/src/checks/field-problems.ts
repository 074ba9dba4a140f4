import { fieldLabel } from './field-label.js';
import { takes, wantedBy } from './field-types.js';
import type { Problem } from './problem.js';
import { valueKind } from './value-kind.js';
import { walkFields } from './walk-fields.js';

/** What {@link fieldProblems} measures fields by. */
export interface FieldRules {
  /** Types of the fields that are known, by dotted path. */
  readonly fieldTypes: ReadonlyMap<string, string>;
  /** UTF-16 units. */
  readonly maxValueLength: number;
}

/** Checks names, texts and types of all fields, those inside of objects and lists too. */
export function fieldProblems(dataFields: object, rules: FieldRules): Problem[] {
  const problems: Problem[] = [];
  walkFields(dataFields, {
    field: (path, name) => {
      const text = nameProblem(path, name);
      if (text !== undefined) problems.push({ code: 'FIELD_NAME', text });
    },
    value: (path, value) => {
      const problem =
        (typeof value === 'string' ? textProblem(path, value, rules.maxValueLength) : undefined) ??
        typeProblem(path, value, rules.fieldTypes);
      if (problem) problems.push(problem);
    },
  });
  return problems;
}

/**
 * Iterable takes names as they are, case and spaces included, but for the dot: it stands for a field
 * inside of an object (support article 26821896236948), so what else the object holds could be lost.
 */
function nameProblem(path: string, name: string): string | undefined {
  if (name.trim() === '') {
    return path === name
      ? 'a field has a blank name'
      : `a field in ${fieldLabel(path)} has a blank name`;
  }
  if (!name.includes('.')) return undefined;
  return `the field name ${fieldLabel(name)} has a dot, which Iterable reads as a field inside of an object: send an object instead`;
}

function textProblem(path: string, value: string, most: number): Problem | undefined {
  if (value.length > most) {
    return {
      code: 'VALUE_TOO_LONG',
      text: `the text of ${fieldLabel(path)} has ${String(value.length)} characters, and Iterable takes about ${String(most)}: shorten it`,
    };
  }
  if (value.isWellFormed()) return undefined;
  return {
    code: 'BROKEN_TEXT',
    text: `the text of ${fieldLabel(path)} has half a surrogate pair, so it isn't Unicode: it was cut within a character, or decoded wrongly`,
  };
}

function typeProblem(
  path: string,
  value: unknown,
  types: ReadonlyMap<string, string>,
): Problem | undefined {
  const type = types.get(path);
  if (type === undefined) return undefined;
  const kind = valueKind(value);
  if (kind === undefined || takes(type, kind)) return undefined;
  return {
    code: 'FIELD_TYPE',
    text: `the field ${fieldLabel(path)} has the type ${type} in Iterable for ever, and the row has ${kind}: send ${wantedBy(type)}, or use another field`,
  };
}
