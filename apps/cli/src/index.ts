export {
  defineQuery,
  proUsersWithRecentEngagement,
  sqlQuery,
  Timestamp,
  type Query,
  type QuerySource,
  type SqlQuery,
} from '@org/db-query';
export type { EventPayload, GoneRow, UserPayload } from '@org/sync';
export { defineConfig } from './project/define-config.js';
export { fromQuery, type QuerySync, type QuerySyncDefinition } from './project/from-query.js';
export type {
  BuiltInSync,
  GoneSetting,
  MappedSync,
  ParameterValue,
  ProjectConfig,
  SqlSync,
  SyncEntry,
  SyncOptions,
} from './project/sync-entry.js';
