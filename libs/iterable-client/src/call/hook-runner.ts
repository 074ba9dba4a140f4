import type { ClientHooks } from '../types/hooks.js';

/** Calls a hook with its event. */
export type RunHook = <Name extends keyof ClientHooks>(
  name: Name,
  event: Parameters<NonNullable<ClientHooks[Name]>>[0],
) => void;

/** Tells that a hook failed. */
export type WarnOfHook = (name: keyof ClientHooks, error: unknown) => void;

/** Warns of each hook once: one that is broken is so for two million calls. */
export function hookWarner(): WarnOfHook {
  const warned = new Set<string>();
  return (name, error) => {
    if (warned.has(name)) return;
    warned.add(name);
    const said = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
    process.emitWarning(`The hook ${name} failed (${said}). Calls go on without it.`, {
      type: 'IterableClientWarning',
      code: 'ITERABLE_CLIENT_HOOK',
    });
  };
}

/**
 * Runs hooks so that a broken one can neither lose nor change the result of a call. Its error is not
 * lost either: it becomes a warning.
 */
export function hookRunner(hooks: ClientHooks, warn: WarnOfHook): RunHook {
  return (name, event) => {
    const hook = hooks[name] as ((event: object) => unknown) | undefined;
    if (hook === undefined) return;
    try {
      const result = hook(Object.freeze({ ...event }));
      if (result instanceof Promise) result.catch((error: unknown) => warn(name, error));
    } catch (error) {
      warn(name, error);
    }
  };
}
