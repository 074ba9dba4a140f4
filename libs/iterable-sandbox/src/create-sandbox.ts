import { Authenticator } from './auth/authenticate.js';
import { Faults } from './faults/faults.js';
import { createListener } from './http/create-listener.js';
import { startServer } from './http/start-server.js';
import { Journal } from './journal/journal.js';
import { checkSubject } from './options/check-subject.js';
import { resolveOptions } from './options/resolve-options.js';
import type { SandboxOptions } from './options/sandbox-options.js';
import { sandboxEvents, sandboxFields, sandboxUsers } from './sandbox-state.js';
import type { Sandbox } from './sandbox.js';
import { Project } from './state/project.js';

/**
 * Starts a local Iterable.
 *
 * @example
 * ```ts
 * await using sandbox = await createSandbox({ apiKeys: [{ key: 'test-key' }] });
 * ```
 * @throws TypeError for an option that is unknown or cannot be used.
 * @throws SandboxError `ERR_LISTEN` where the port cannot be had.
 */
export async function createSandbox(options: SandboxOptions): Promise<Sandbox> {
  const resolved = resolveOptions(options);
  const { now } = resolved;
  const project = new Project(resolved);
  const faults = new Faults();
  const journal = new Journal({
    maxEntries: resolved.journalEntries,
    maxBodyChars: resolved.journalBodyChars,
  });
  const authenticator = new Authenticator(resolved.apiKeys, now);
  const context = { project, authenticator, journal, faults, maxBodyBytes: resolved.maxBodyBytes };
  const server = await startServer(
    createListener(context, now, () => sandbox),
    resolved,
  );

  const sandbox: Sandbox = {
    url: server.url,
    users: sandboxUsers(project),
    events: sandboxEvents(project),
    get fields() {
      return sandboxFields(project);
    },
    get requests() {
      return journal.entries();
    },
    get requestCounts() {
      return journal.counts();
    },
    faults: {
      add: (script) => faults.add(script),
      pending: () => faults.pending(),
      clear: () => faults.clear(),
    },
    forget(subject) {
      checkSubject('forget: subject', subject);
      project.forget(subject);
    },
    disallowEvent(name) {
      project.disallowedEvents.add(name);
    },
    invalidateJwts(subject) {
      checkSubject('invalidateJwts: subject', subject);
      project.tokensInvalidBefore.set(subject, now());
    },
    reset() {
      project.reset();
      journal.clear();
      faults.clear();
    },
    close: () => server.close(),
    [Symbol.asyncDispose]: () => server.close(),
  };
  return sandbox;
}
