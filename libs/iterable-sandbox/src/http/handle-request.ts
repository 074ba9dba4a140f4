import type { Faults } from '../faults/faults.js';
import type { Journal } from '../journal/journal.js';
import { answer, type AnswerContext, type ReadRequest } from './answer.js';
import type { Exchange } from './exchange.js';
import { parseBody } from './parse-body.js';
import { readBody } from './read-body.js';
import { readQuery } from './read-query.js';
import type { Reply } from './reply.js';
import { replyWithFault } from './reply-with-fault.js';
import { findRoute, type Route } from './router.js';
import { badJsonBody, notFound, tooLarge } from './standard-replies.js';
import { subjectOf, subjectsOf } from './subjects-of.js';

/** What the handling of requests needs. */
export interface RequestContext extends AnswerContext {
  readonly journal: Journal;
  readonly faults: Faults;
  readonly maxBodyBytes: number;
}

/** Handles one request to the API, from its first byte to its journal entry. */
export async function handleRequest(
  exchange: Exchange,
  search: string,
  context: RequestContext,
): Promise<void> {
  const { request, path } = exchange;
  const method = request.method ?? '';
  const route = findRoute(method, path);
  if ('name' in route) exchange.operation = route.name;
  const outcome = await readBody(request, context.maxBodyBytes);
  if (outcome.kind === 'text') exchange.text = outcome.text;
  if (outcome.kind === 'broken') exchange.end(null);
  else if (!('name' in route)) exchange.reply(notFound(method, path, route.methods));
  else if (outcome.kind === 'too-large') exchange.reply(tooLarge(context.maxBodyBytes));
  else if (outcome.kind === 'not-utf8') exchange.reply(badJsonBody(path));
  else await handleRouted(exchange, route, search, context);
}

async function handleRouted(
  exchange: Exchange,
  route: Route,
  search: string,
  context: RequestContext,
): Promise<void> {
  const { request, path, at, text } = exchange;
  const { operation, params } = route;
  const body = parseBody(text);
  const query = readQuery(search, operation.query);
  const values = 'values' in query ? query.values : {};
  const parts = { operation, params, query: values, body: body.value };
  exchange.query = values;
  exchange.subject = subjectOf(parts);
  const read: ReadRequest = {
    route,
    headers: request.headers,
    ip: request.socket.remoteAddress ?? '',
    path,
    query,
    body,
    at,
    receivedAt: at,
  };
  const work = (skewMs = 0): Reply | Promise<Reply> =>
    answer(skewMs === 0 ? read : { ...read, at: at + skewMs }, context);
  const fault = context.faults.take(route.name, () => subjectsOf(parts));
  if (fault) await replyWithFault(exchange, fault, work);
  else {
    const reply = work();
    exchange.reply(reply instanceof Promise ? await reply : reply);
  }
}
