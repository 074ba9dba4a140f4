/** The facts of the API that code is generated from: `contract/iterable-api.json`. */
export interface Contract {
  /** Which document the facts are from. */
  readonly api: string;
  readonly groups: Readonly<Record<string, ContractGroup>>;
  /** Types that are written by hand, and their files under `src/types`. */
  readonly handWritten: Readonly<Record<string, string>>;
  readonly operations: readonly ContractOperation[];
  readonly types: Readonly<Record<string, ContractType>>;
}

/** A property of the client: what Iterable calls a tag. */
export interface ContractGroup {
  readonly about: string;
  /** An interface with methods that are written by hand, and its file under `src`. */
  readonly own?: { readonly type: string; readonly module: string };
}

/** A field: the expression of its type, and words about it where its name does not say all. */
export type ContractField = string | { readonly type: string; readonly note: string };

/**
 * A type: an object with fields, of which those with a `*` are required, or a choice of texts.
 * `exactlyOne` has pairs of names of which one must be there and not the other.
 */
export interface ContractType {
  readonly about?: string;
  readonly exactlyOne?: readonly (readonly [string, string])[];
  readonly fields?: Readonly<Record<string, ContractField>>;
  readonly oneOf?: readonly string[];
}

/** An operation, known by its method and path: Iterable's own ids of operations are not unique. */
export interface ContractOperation {
  readonly method: string;
  readonly path: string;
  readonly group: string;
  readonly name: string;
  readonly about: string;
  readonly pathParams?: Readonly<Record<string, string>>;
  readonly query?: ContractType;
  readonly body?: string;
  readonly bodyOptional?: boolean;
  readonly identified?: string;
  readonly identifiers?: readonly (readonly [string, string])[];
  readonly subject?: { readonly in: string; readonly email?: string; readonly userId?: string };
  readonly events?: string;
  readonly anyId?: boolean;
  readonly reply: string;
  readonly holds?: string;
  readonly returns: string;
  readonly stream?: 'lines' | 'json-lines' | 'bytes';
  readonly pages?: {
    readonly name: string;
    readonly items: string;
    readonly by: string;
    readonly yields: string;
    readonly about: string;
  };
  readonly rate?: {
    readonly requests: number;
    readonly periodSeconds: number;
    readonly scope: string;
  };
  readonly maxBodyBytes?: number;
  readonly maxRecords?: number;
  readonly maxRequestsPerDay?: number;
  readonly maxRunning?: number;
  readonly repeatable: 'yes' | 'with-id' | 'no';
}
