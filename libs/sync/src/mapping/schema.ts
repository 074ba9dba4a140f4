/** The part of JSON Schema that `columnMappingSchema` is written in, and {@link schemaProblems} knows. */
export interface Schema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly $ref?: string;
  readonly type?: 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  /** Which one of some properties must be there. */
  readonly oneOf?: readonly { readonly required: readonly string[] }[];
  /** Which properties exclude each other. */
  readonly not?: { readonly required: readonly string[] };
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false | Schema;
  readonly items?: Schema;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

/** A schema with the parts that it refers to. */
export interface RootSchema extends Schema {
  readonly $defs: Readonly<Record<string, Schema>>;
}
