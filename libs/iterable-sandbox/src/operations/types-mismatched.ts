import { envelope, type Reply } from '../http/reply.js';
import type { Mismatches } from '../state/field-registry.js';

/** Iterable names the project by its number. */
const PROJECT_ID = 10000;

/** The whole request is refused for one value of the wrong type; or nothing, where there is none. */
export function typesMismatched(mismatches: Mismatches): Reply | undefined {
  if (mismatches.size === 0) return undefined;
  const fields = Array.from(
    mismatches,
    ([name, { category, expectedType, incomingTypes }]) =>
      `Field '${name}' already exists for type '${category}' and has a data type of ` +
      `'${expectedType}' but possible types '${incomingTypes.join(', ')}' in the request.`,
  );
  return envelope(
    400,
    'RequestFieldsTypesMismatched',
    `Project ${PROJECT_ID}: The request does not have the same data types as the data previously ` +
      `submitted. ${fields.join(' ')}`,
    { validationErrors: Object.fromEntries(mismatches) },
  );
}
