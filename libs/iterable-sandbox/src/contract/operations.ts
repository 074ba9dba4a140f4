import { operationTable } from './operation-table.js';
import type { Operation } from './operation.js';
import { readOperation } from './read-operation.js';

/**
 * Name of an operation: its path without `/api/`, such as `users/update`. Where several methods
 * share a path, all but `GET` stand in front of it: `lists` and `POST lists`.
 */
export type OperationName = keyof typeof operationTable;

/** Their names, in the order of the table. */
export const operationNames: readonly OperationName[] = Object.keys(
  operationTable,
) as OperationName[];

/** All 145 operations of Iterable's API. */
export const operations: Readonly<Record<OperationName, Operation>> = Object.fromEntries(
  operationNames.map((name) => [name, readOperation(name, operationTable[name])]),
) as Record<OperationName, Operation>;
