import { envelope, type Reply } from '../http/reply.js';
import { PROJECT_ID } from '../state/project-id.js';
import type { Mismatches } from '../state/field-registry.js';

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
