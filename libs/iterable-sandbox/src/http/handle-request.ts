import { setTimeout } from 'node:timers';
import { applyFault, RESET } from '../faults/apply-fault.js';
import type { FaultReply } from '../faults/fault-reply.js';
import type { Faults } from '../faults/faults.js';
import type { Journal } from '../journal/journal.js';
import { answer, type AnswerContext, type ReadRequest } from './answer.js';
import type { Exchange } from './exchange.js';
import { parseBody } from './parse-body.js';
import { readBody } from './read-body.js';
import { readQuery } from './read-query.js';
import { envelope, type Reply } from './reply.js';
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
  if (outcome.kind === 'broken') exchange.end(null);
  else if (!('name' in route)) exchange.reply(notFound(method, path, route.methods));
  else if (outcome.kind === 'too-large') exchange.reply(tooLarge(context.maxBodyBytes));
  else if (outcome.kind === 'not-utf8') exchange.reply(badJsonBody(path));
  else {
    exchange.text = outcome.text;
    await handleRouted(exchange, route, search, context);
  }
}

async function handleRouted(
  exchange: Exchange,
  route: Route,
  search: string,
  context: RequestContext,
): Promise<void> {
  const { request, path, at } = exchange;
  const body = parseBody(exchange.text);
  const query = readQuery(search, route.operation.query);
  const values = 'values' in query ? query.values : {};
  const parts = {
    operation: route.operation,
    params: route.params,
    query: values,
    body: body.value,
  };
  exchange.subject = subjectOf(parts);
  exchange.query = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, String(value)]),
  );
  const read: ReadRequest = {
    route,
    headers: request.headers,
    ip: request.socket.remoteAddress ?? '',
    path,
    query,
    body,
    at,
  };
  const fault = context.faults.take(route.name, () => subjectsOf(parts));
  const work = (): Reply | Promise<Reply> => answerSafely(read, context);
  if (fault) {
    exchange.fault = true;
    await replyWithFault(exchange, fault, work);
  } else {
    const reply = work();
    exchange.reply(reply instanceof Promise ? await reply : reply);
  }
}

async function replyWithFault(
  exchange: Exchange,
  fault: FaultReply,
  work: () => Reply | Promise<Reply>,
): Promise<void> {
  const plain = 'delayMs' in fault ? fault.then : fault;
  const outcome = plain ? await applyFault(plain, work) : await work();
  if ('delayMs' in fault) await pause(fault.delayMs, exchange);
  if (outcome === RESET) exchange.reset();
  else exchange.reply(outcome);
}

/** Waits, but no longer than the connection lives. */
function pause(ms: number, { request }: Exchange): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      request.socket.off('close', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    request.socket.once('close', done);
  });
}

/** A slip in the sandbox itself is told, and ends neither the server nor the caller's test. */
async function settle(reply: Promise<Reply>): Promise<Reply> {
  try {
    return await reply;
  } catch (error) {
    return internal(error);
  }
}

function answerSafely(read: ReadRequest, context: AnswerContext): Reply | Promise<Reply> {
  try {
    const reply = answer(read, context);
    return reply instanceof Promise ? settle(reply) : reply;
  } catch (error) {
    return internal(error);
  }
}

function internal(error: unknown): Reply {
  return envelope(500, 'GenericError', `The sandbox failed: ${String(error)}`);
}
