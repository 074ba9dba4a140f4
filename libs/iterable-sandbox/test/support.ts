import { createSandbox, type Sandbox, type SandboxOptions } from '../src/index.js';
import { onTestFinished } from 'vitest';

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

/** Sends a request as a client with a server-side key does. */
export async function call(
  sandbox: Sandbox,
  path: string,
  {
    body,
    headers = { 'api-key': KEY },
    method = body === undefined ? 'GET' : 'POST',
  }: {
    body?: unknown;
    headers?: Record<string, string>;
    method?: string;
  } = {},
): Promise<Answer> {
  const response = await fetch(`${sandbox.url}${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return {
    status: response.status,
    body: JSON.parse(await response.text()) as unknown,
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
export function bulkUpdate(sandbox: Sandbox, body: unknown): Promise<Answer> {
  return call(sandbox, '/api/users/bulkUpdate', { body });
}

/** `POST /api/events/trackBulk` with a server-side key. */
export function trackBulk(sandbox: Sandbox, events: unknown): Promise<Answer> {
  return call(sandbox, '/api/events/trackBulk', { body: { events } });
}
