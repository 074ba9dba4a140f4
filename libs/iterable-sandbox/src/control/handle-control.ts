import type { IncomingMessage } from 'node:http';
import { parseBody } from '../http/parse-body.js';
import { readBody } from '../http/read-body.js';
import { envelope, type Reply } from '../http/reply.js';
import { badJsonBody, badParams, tooLarge } from '../http/standard-replies.js';
import { inspect, INSPECT_PREFIX, viewNames } from '../inspect/inspect.js';
import type { ControlledState } from './controlled-state.js';
import { commands } from './commands.js';
import { guard } from './guard.js';

/** What steers a sandbox may be larger than what Iterable takes: a seed, a snapshot. */
const MAX_BYTES = 2 ** 28;

/** Answers everything under `/_sandbox/`. */
export async function handleControl(
  { request, path, search }: { request: IncomingMessage; path: string; search: string },
  state: ControlledState,
): Promise<Reply> {
  const method = request.method ?? '';
  const name = path.slice(INSPECT_PREFIX.length);
  const refused = guard(request);
  if (refused) return drained(request, refused);
  if (method === 'GET' && viewNames.includes(name)) {
    return drained(request, inspect(state, name, search));
  }
  const file = /^exports\/export-(\d+)\./.exec(name)?.[1];
  const found = method === 'GET' && file ? state.exportFile(Number(file)) : undefined;
  if (found) return drained(request, found);
  const line = `${method} ${name}`;
  const command = Object.hasOwn(commands, line) ? commands[line] : undefined;
  if (!command) return drained(request, unknown());
  const outcome = await readBody(request, MAX_BYTES);
  if (outcome.kind === 'too-large') return tooLarge(MAX_BYTES);
  if (outcome.kind !== 'text') return badJsonBody(path);
  const body = parseBody(outcome.text);
  if (outcome.text !== '' && !body.ok) return badJsonBody(path);
  try {
    return { status: 200, body: command(state, body.value) ?? { done: true } };
  } catch (error) {
    if (error instanceof TypeError) return badParams(error.message);
    throw error;
  }
}

function drained(request: IncomingMessage, reply: Reply): Reply {
  request.resume();
  return reply;
}

function unknown(): Reply {
  const lines = [...viewNames.map((name) => `GET ${name}`), ...Object.keys(commands)];
  const known = lines.map((line) => line.replace(' ', ` ${INSPECT_PREFIX}`));
  return envelope(404, 'NotFound', `The sandbox answers ${known.join(', ')}`);
}
