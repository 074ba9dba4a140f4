export { type OperationName, operationTable } from '../generated/operation-table.js';
