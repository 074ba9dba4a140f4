import type { IncomingHttpHeaders } from 'node:http';
import type { Authenticator, Admission } from '../auth/authenticate.js';
import { checkTokenUser } from '../auth/check-token-user.js';
import { bodyProblems } from '../contract/body-problems.js';
import type { RateLimiter } from '../limits/rate-limiter.js';
import { handlerOf } from '../operations/handlers.js';
import type { Project } from '../state/project.js';
import type { ParsedBody } from './parse-body.js';
import { readPath, type QueryOutcome } from './read-query.js';
import { envelope, type Reply } from './reply.js';
import type { Route } from './router.js';
import { badJsonBody, badParams } from './standard-replies.js';

/** What answers an operation. */
export interface AnswerContext {
  readonly project: Project;
  readonly authenticator: Authenticator;
  readonly rateLimiter: RateLimiter;
}

/** A request that was read whole. */
export interface ReadRequest {
  readonly route: Route;
  readonly headers: IncomingHttpHeaders;
  readonly ip: string;
  readonly path: string;
  readonly query: QueryOutcome;
  readonly body: ParsedBody;
  /** The time by which it is judged and its work is done. */
  readonly at: number;
  /** When it arrived; differs where a fault sets the clock wrong. */
  readonly receivedAt: number;
}

/**
 * The usual way of a request: key and token, then rate limit, then body, then token's user, then the work. Waits
 * only where there is a token. A slip in the sandbox itself becomes a 500 that tells it.
 */
export function answer(request: ReadRequest, context: AnswerContext): Reply | Promise<Reply> {
  try {
    const admission = context.authenticator.admit(request.route.operation, request);
    if (!(admission instanceof Promise)) return work(admission, request, context);
    return admission.then((settled) => work(settled, request, context)).catch(internal);
  } catch (error) {
    return internal(error);
  }
}

function work(admission: Admission | Reply, request: ReadRequest, context: AnswerContext): Reply {
  if ('status' in admission) return admission;
  const { route, path, query, body, at, receivedAt } = request;
  const { project, rateLimiter } = context;
  const exceeded = rateLimiter.admit(route.name, admission.keyNumber, receivedAt);
  if (exceeded) return exceeded;
  const schema = route.operation.body;
  if (schema) {
    if (!body.ok) return badJsonBody(path);
    const problems = bodyProblems(schema, body.value);
    if (problems) return badJsonBody(path, problems);
  }
  if ('problem' in query) return badParams(query.problem);
  const inPath = readPath(route.params, route.operation.pathParameters);
  if ('problem' in inPath) return badParams(inPath.problem);
  if (admission.claims) {
    const refused = checkTokenUser(
      admission.claims,
      { body: body.value, query: query.values },
      project,
    );
    if (refused) return refused;
  }
  return handlerOf(route.name)({
    operation: route.operation,
    path,
    body: body.value,
    params: route.params,
    query: query.values,
    project,
    at,
    tokenUser: admission.claims !== undefined,
  });
}

function internal(error: unknown): Reply {
  return envelope(500, 'GenericError', `The sandbox failed: ${String(error)}`);
}
