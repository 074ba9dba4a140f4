import type { JsonObject } from '../json.js';
import type { FieldRegistry } from '../state/field-registry.js';
import type { FieldReport } from './field-report.js';

/** Creates the fields that are new, or leaves them out, and says which. */
export function settleFields(
  registry: FieldRegistry,
  fields: JsonObject,
  create: boolean,
  report: FieldReport,
): JsonObject {
  if (!create) return registry.keepKnown(fields, report.filteredOut);
  registry.create(fields, report.created);
  return fields;
}
