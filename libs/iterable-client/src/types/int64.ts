/**
 * An id, or another integer of 64 bits. A reply has it as a `number` wherever that is exact, and as
 * a `bigint` beyond 2^53, where a number would be rounded. Requests take both.
 */
export type Int64 = number | bigint;
