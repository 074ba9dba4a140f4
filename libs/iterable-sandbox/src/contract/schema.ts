/** The part of JSON Schema that Iterable's contract uses. */
export type Schema =
  | { readonly type: 'string'; readonly values?: readonly string[] }
  | { readonly type: 'boolean' }
  | { readonly type: 'number' }
  | { readonly type: 'integer'; readonly format: 'int32' | 'int64' }
  | { readonly type: 'array'; readonly items: Schema }
  | ObjectSchema;

/** Without `properties`: any object. Keys that are not listed are ignored, as Iterable does. */
export interface ObjectSchema {
  readonly type: 'object';
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}
