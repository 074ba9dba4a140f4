import type { FaultScript } from '../faults/fault-script.js';
import type { SandboxState } from '../sandbox.js';
import type { SandboxSnapshot } from '../state/project-snapshot.js';
import type { SandboxSeed } from './seed.js';

/** Does something to a sandbox; what comes back is the reply. */
export type Command = (state: SandboxState, body: unknown) => unknown;

/** What can be done to a sandbox over HTTP: method and the name after `/_sandbox/`. */
export const commands: Readonly<Record<string, Command>> = {
  'POST faults': ({ faults }, body) => {
    faults.add(body as FaultScript);
    return { pending: faults.pending() };
  },
  'DELETE faults': ({ faults }) => faults.clear(),
  'POST reset': (state) => state.reset(),
  'GET snapshot': (state) => state.snapshot(),
  'POST restore': (state, body) => state.restore(body as SandboxSnapshot),
  'POST seed': (state, body) => state.seed(body as SandboxSeed),
};
