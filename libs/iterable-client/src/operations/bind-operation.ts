import { call } from '../call/call.js';
import type { CallContext } from '../call/call-context.js';
import type { CallOptions } from '../types/call-options.js';
import type { Operation } from './operation.js';

/** A method that sends a body. */
export type BodyMethod<Body, Reply> = (body: Body, options?: CallOptions) => Promise<Reply>;

/** A method without parameters of its own. */
export type PlainMethod<Reply> = (options?: CallOptions) => Promise<Reply>;

/**
 * Turns operations into methods. That a reply has the type of its operation is claimed here and
 * nowhere else; what it stands on are the reply checks.
 */
export function operationBinder(context: CallContext): {
  withBody<Body, Reply>(operation: Operation): BodyMethod<Body, Reply>;
  plain<Reply>(operation: Operation): PlainMethod<Reply>;
} {
  return {
    withBody:
      <Body, Reply>(operation: Operation) =>
      (body: Body, options?: CallOptions) =>
        call(context, operation, { body }, options) as Promise<Reply>,
    plain:
      <Reply>(operation: Operation) =>
      (options?: CallOptions) =>
        call(context, operation, {}, options) as Promise<Reply>,
  };
}
