import type { Operation } from '../contract/operation.js';
import type { ParameterValue } from '../http/read-query.js';
import type { Reply } from '../http/reply.js';
import type { Project } from '../state/project.js';

/** A request that was let in: its body fits the schema, its caller may make it. */
export interface Call<Body = unknown> {
  readonly operation: Operation;
  readonly body: Body;
  /** The request's path, for links to other pages of the same. */
  readonly path?: string;
  /** Values of the path. */
  readonly params: Readonly<Record<string, string>>;
  /** Values of the query string, as the operation declares them. */
  readonly query: Readonly<Record<string, ParameterValue>>;
  readonly project: Project;
  /** True where a token vouches for the user: the key is JWT-enabled. */
  readonly tokenUser?: boolean;
  /** When it arrived, in milliseconds since 1970. */
  readonly at: number;
}

/** Does the work of an operation. Never waits: a request is done before the next one begins. */
export type Handler<Body = unknown> = (call: Call<Body>) => Reply;
