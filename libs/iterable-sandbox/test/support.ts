import { createHmac } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished } from 'vitest';
import { createSandbox, type Sandbox, type SandboxOptions } from '../src/index.js';

/** The server-side key that most tests use. */
export const KEY = 'server-side-key';

/** A JWT-enabled key and its secret. */
export const JWT_KEY = 'jwt-enabled-key';
export const JWT_SECRET = 'a secret of thirty-two bytes or more';

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}

/** A sandbox for one test, closed at its end. */
export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const sandbox = await createSandbox({
    apiKeys: [{ key: KEY }, { key: JWT_KEY, jwtSecret: JWT_SECRET }],
    ...options,
  });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

/** A request; a body that is no string is sent as JSON. */
export interface CallOptions {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly method?: string;
  readonly signal?: AbortSignal;
}

/** Sends a request as a client with a server-side key does. */
export async function call(
  sandbox: Sandbox,
  path: string,
  { body, headers = { 'api-key': KEY }, method, signal }: CallOptions = {},
): Promise<Answer> {
  const response = await fetch(`${sandbox.url}${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return {
    status: response.status,
    body: isJson ? (JSON.parse(text) as unknown) : text,
    headers: response.headers,
  };
}

/** `POST /api/users/update` with a server-side key. */
export function updateUser(sandbox: Sandbox, body: unknown): Promise<Answer> {
  return call(sandbox, '/api/users/update', { body });
}

/** `POST /api/events/track` with a server-side key. */
export function track(sandbox: Sandbox, body: unknown): Promise<Answer> {
  return call(sandbox, '/api/events/track', { body });
}

/** `POST /api/users/bulkUpdate` with a server-side key. */
export function bulkUpdate(sandbox: Sandbox, users: unknown, more: object = {}): Promise<Answer> {
  return call(sandbox, '/api/users/bulkUpdate', { body: { users, ...more } });
}

/** `POST /api/events/trackBulk` with a server-side key. */
export function trackBulk(sandbox: Sandbox, events: unknown): Promise<Answer> {
  return call(sandbox, '/api/events/trackBulk', { body: { events } });
}

/** Iterable's envelope with a status. */
export function refusal(status: number, code: string, params: unknown = null): object {
  return { status, body: { code, params } };
}

/** Expects something of a value that comes about a little later, on a busy machine too. */
export function eventually<T>(read: () => T): ReturnType<typeof expect.poll<T>> {
  return expect.poll(read, { timeout: 15_000, interval: 5 });
}

/** Seconds since 1970. */
export const seconds = (): number => Math.floor(Date.now() / 1000);

/** A token made by hand, so that it can be wrong in any way. */
export function makeToken(
  payload: object,
  { header = { alg: 'HS256', typ: 'JWT' } as object, secret = JWT_SECRET } = {},
): string {
  const encode = (value: unknown): string =>
    Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${encode(header)}.${encode(payload)}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

/** A connection without a client's good manners. */
export interface RawConnection {
  readonly socket: Socket;
  /** All that came back by the time the server hung up. */
  readonly received: Promise<string>;
}

/** Opens a connection and writes `text` to it. */
export function openRaw(sandbox: Sandbox, text: string): RawConnection {
  const { hostname, port } = new URL(sandbox.url);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  let reply = '';
  const received = new Promise<string>((resolve) => {
    socket.on('data', (chunk) => (reply += chunk.toString()));
    socket.on('error', () => resolve(reply));
    socket.on('close', () => resolve(reply));
  });
  socket.write(text);
  return { socket, received };
}
