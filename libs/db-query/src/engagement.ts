export { engagementSchemaSql } from './engagement/engagement-schema-sql.js';
