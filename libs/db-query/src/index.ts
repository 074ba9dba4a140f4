export type { Database, DatabaseCheck, SignalOption } from './database/database.js';
export { openDatabase } from './database/open-database.js';
export type { CopyOptions } from './copy/copy-options.js';
export type {
  ColumnDescription,
  CsvCopy,
  KeyFault,
  KeyOptions,
  KeyReport,
  Snapshot,
} from './database/snapshot.js';
export type { StreamOptions } from './database/stream-options.js';
export type {
  EngagementSchema,
  PageEventsTable,
  UsersTable,
} from './engagement/engagement-schema.js';
export type { ProUserEngagement } from './engagement/pro-user-engagement.js';
export {
  type EngagementOptions,
  proUsersWithRecentEngagement,
} from './engagement/pro-users-with-recent-engagement.js';
export { DatabaseError, type DatabaseErrorOptions } from './errors/database-error.js';
export type { DatabaseErrorCode } from './errors/database-error-code.js';
export type { ServerAddress } from './errors/server-address.js';
export type {
  ConnectionParts,
  ConnectionUrl,
  DatabaseOptions,
  PoolOptions,
} from './options/database-options.js';
export { databaseOptionsFromEnvironment } from './options/database-options-from-environment.js';
export { describeConnection, type ConnectionValue } from './options/describe-connection.js';
export type { SettingKey } from './options/settings.js';
export type { Environment } from './options/settings-of-variables.js';
export type { TlsOptions } from './options/tls-options.js';
export { defineQuery, type QueryDefinition } from './query/define-query.js';
export type { AnyQuery, Query, RowOf, SqlQuery } from './query/query.js';
export type { QuerySource } from './query/query-source.js';
export { sqlQuery, type SqlQueryDefinition } from './sql/sql-query.js';
export type { SqlEdit, SqlOrigin } from './sql/sql-origin.js';
export { Timestamp } from './types/timestamp.js';
