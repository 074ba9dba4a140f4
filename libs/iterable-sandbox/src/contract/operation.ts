import type { ObjectSchema, Schema } from './schema.js';

/** A parameter of the query string or of the path. */
export interface Parameter {
  readonly schema: Schema;
  readonly required?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: number;
}

/** At most so many requests in a period. */
export interface Rate {
  readonly requests: number;
  readonly periodMs: number;
}

/** Who uses up a rate together: all callers, or those with the same key. */
export type RateScope = 'project' | 'apiKey' | 'organization';

/** What is known of an operation before its behaviour: all of it data. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with `{name}` where a value goes. */
  readonly path: string;
  /**
   * `user`: a JWT-enabled key may call it, for the user of its token. `read`: a read-only key may.
   * `server`: neither.
   */
  readonly access: 'user' | 'read' | 'server';
  /** Statuses that the API document lists. */
  readonly statuses: readonly number[];
  readonly body?: ObjectSchema;
  readonly query?: Readonly<Record<string, Parameter>>;
  /** Values in the path that are no plain text. */
  readonly pathParameters?: Readonly<Record<string, Parameter>>;
  /** Schema of the reply, or its media type where it is no JSON. Absent: the document says none. */
  readonly reply?: Schema | string;
  readonly rates: readonly Rate[];
  readonly rateScope: RateScope;
  /** Name of the array in the body that holds a record for each user. */
  readonly records?: string;
}
