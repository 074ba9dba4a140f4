import { Authenticator } from './auth/authenticate.js';
import { createState } from './create-state.js';
import type { ControlledState } from './control/controlled-state.js';
import { exportFile } from './operations/export/export.js';
import type { Reply } from './http/reply.js';
import { Faults } from './faults/faults.js';
import { createListeners } from './http/create-listeners.js';
import { startServer } from './http/start-server.js';
import { Journal } from './journal/journal.js';
import { RateLimiter } from './limits/rate-limiter.js';
import { resolveOptions } from './options/resolve-options.js';
import type { SandboxOptions } from './options/sandbox-options.js';
import type { Sandbox } from './sandbox.js';
import { Project } from './state/project.js';

/**
 * Starts a local Iterable.
 *
 * @example
 * ```ts
 * import { createSandbox } from '@org/iterable-sandbox';
 *
 * await using sandbox = await createSandbox({ apiKeys: [{ key: 'test-key' }] });
 * await fetch(`${sandbox.url}/api/users/update`, {
 *   method: 'POST',
 *   headers: { 'api-key': 'test-key' },
 *   body: JSON.stringify({ email: 'ann@example.com', dataFields: { plan: 'pro' } }),
 * });
 * sandbox.users.get({ email: 'ann@example.com' })?.dataFields; // { plan: 'pro' }
 * ```
 * @throws TypeError for an option that is unknown or cannot be used.
 * @throws SandboxError `LISTEN` where the port cannot be had.
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const resolved = resolveOptions(options);
  const { now, maxBodyBytes, journalEntries, journalBodyChars } = resolved;
  const project = new Project(resolved);
  const faults = new Faults();
  const journal = new Journal({ maxEntries: journalEntries, maxBodyChars: journalBodyChars });
  const authenticator = new Authenticator(resolved.apiKeys, resolved.dataCenter);
  const rateLimiter = new RateLimiter(resolved.rateLimits);
  const state = createState({ project, journal, faults, rateLimiter, now });
  const context = { project, authenticator, rateLimiter, journal, faults, maxBodyBytes };
  const exportOf = (id: number): Reply | undefined => exportFile({ project, at: now() }, id);
  const controlled = Object.create(state, { exportFile: { value: exportOf } }) as ControlledState;
  const { url, close } = await startServer(createListeners(context, controlled, now), resolved);
  project.baseUrl = url;
  return Object.assign(state, { url, close, [Symbol.asyncDispose]: close });
}
