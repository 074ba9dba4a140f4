import type { ProjectType } from './identity-problems.js';
import { reservedFields } from './reserved-fields.js';
import { DEFAULT_MAX_RECORD_BYTES } from './size-problems.js';

/** What {@link createRowChecks} takes. */
export interface RowCheckOptions {
  /**
   * What the project tells its users apart by.
   * @default unknown: what depends on it is left to Iterable
   */
  readonly projectType?: ProjectType | undefined;
  /**
   * Types of the profile fields, of `fieldTypesOf`.
   * @default none: types are left to Iterable
   */
  readonly fieldTypes?: ReadonlyMap<string, string> | undefined;
  /**
   * The most bytes of one profile update or event, as JSON.
   * @default 3999964, so that a request of 4,000,000 bytes holds it
   */
  readonly maxRecordBytes?: number | undefined;
  /**
   * The most characters (UTF-16 units) of one text. Iterable says "approximately 32k" (support
   * article 208183076).
   * @default 32768
   */
  readonly maxValueLength?: number | undefined;
  /**
   * Reserved profile fields that may be sent all the same, such as `signupDate`.
   * @default none
   */
  readonly allowReserved?: readonly string[] | undefined;
}

/** The options with every default filled in. */
export interface ResolvedChecks {
  readonly projectType: ProjectType | undefined;
  readonly fieldTypes: ReadonlyMap<string, string>;
  readonly maxRecordBytes: number;
  readonly maxValueLength: number;
  readonly allowReserved: ReadonlySet<string>;
}

const KNOWN = new Set<string>([
  'projectType',
  'fieldTypes',
  'maxRecordBytes',
  'maxValueLength',
  'allowReserved',
] satisfies (keyof RowCheckOptions)[]);
const PROJECT_TYPES: readonly unknown[] = ['hybrid', 'userId', 'email'] satisfies ProjectType[];

/** @throws TypeError for an unknown option, a number out of range or a name that isn't reserved */
export function resolveCheckOptions(options: RowCheckOptions): ResolvedChecks {
  const unknown = Object.keys(options).filter((name) => !KNOWN.has(name));
  if (unknown.length > 0) {
    throw new TypeError(
      `createRowChecks: unknown option ${unknown.join(', ')}; known are ${[...KNOWN].join(', ')}`,
    );
  }
  const { projectType, fieldTypes = new Map<string, string>(), allowReserved = [] } = options;
  if (projectType !== undefined && !PROJECT_TYPES.includes(projectType)) {
    throw new TypeError(
      `createRowChecks: projectType must be one of ${PROJECT_TYPES.join(', ')}; received ${String(projectType)}`,
    );
  }
  const strange = allowReserved.filter((name) => !reservedFields.includes(name));
  if (strange.length > 0) {
    throw new TypeError(
      `createRowChecks: allowReserved has ${strange.join(', ')}; reserved are ${reservedFields.join(', ')}`,
    );
  }
  return Object.freeze({
    projectType,
    fieldTypes,
    maxRecordBytes: wholeNumber('maxRecordBytes', options.maxRecordBytes, DEFAULT_MAX_RECORD_BYTES),
    maxValueLength: wholeNumber('maxValueLength', options.maxValueLength, 32_768),
    allowReserved: new Set(allowReserved),
  });
}

function wholeNumber(name: string, value: number | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (!Number.isSafeInteger(value) || value < 1) {
    throw new TypeError(
      `createRowChecks: ${name} must be a whole number from 1 on; received ${String(value)}`,
    );
  }
  return value;
}
