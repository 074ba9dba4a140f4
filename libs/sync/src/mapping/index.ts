export type {
  ColumnMapping,
  EventMapping,
  FieldSelection,
  FromColumn,
  IdentifierColumn,
  MappedColumn,
  MappingSettings,
  ProfileMapping,
} from './column-mapping.js';
export { columnMappingSchema } from './column-mapping-schema.js';
export { mapColumns, type MapColumnsOptions } from './map-columns.js';
export type { RootSchema, Schema } from './schema.js';
export { type SchemaProblem, schemaProblems } from './schema-problems.js';
export { textOf } from './text-of.js';
export { SyncMappingError } from './mapping-error.js';
