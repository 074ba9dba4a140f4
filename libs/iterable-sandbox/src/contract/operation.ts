import type { ObjectSchema } from './schema.js';

/** A parameter of the query string. */
export interface QueryParameter {
  readonly type: 'string' | 'integer';
  readonly required?: boolean;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: number;
}

/** What is known of an operation before its behaviour: all of it data. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with `{name}` where a value goes. */
  readonly path: string;
  /** `user`: a JWT-enabled key may call it, for the user of its token. `server`: it may not. */
  readonly access: 'user' | 'server';
  /** Statuses that the API document lists. */
  readonly statuses: readonly number[];
  readonly body?: ObjectSchema;
  readonly query?: Readonly<Record<string, QueryParameter>>;
  /** Name of the array in the body that holds a record for each user. */
  readonly records?: string;
}
