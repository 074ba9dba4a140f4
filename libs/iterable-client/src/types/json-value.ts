/** JSON as replies have it. An integer beyond 2^53 is a `bigint`, digit by digit. */
export type JsonValue =
  string | number | bigint | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object as replies have it. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}
