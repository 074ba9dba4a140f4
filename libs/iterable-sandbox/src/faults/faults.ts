import type { OperationName } from '../contract/operations.js';
import { sameEmail } from '../state/identity.js';
import type { Subject } from '../subject.js';
import { checkFaultScript } from './check-fault-script.js';
import type { FaultReply } from './fault-reply.js';
import type { FaultScript } from './fault-script.js';
import { WaitingScript } from './waiting-script.js';

/** Faults on demand. */
export interface SandboxFaults {
  /**
   * Adds faults for the next matching requests. Where several scripts match a request, the one that
   * was added first goes first.
   *
   * @throws TypeError where the script could never do what it says.
   */
  add(script: FaultScript): void;
  /** The scripts that are not used up, with the replies that they still have. */
  pending(): readonly FaultScript[];
  /** Drops all of them. */
  clear(): void;
}

/** Faults that wait for requests. */
export class Faults implements SandboxFaults {
  #waiting: WaitingScript[] = [];

  add(script: FaultScript): void {
    checkFaultScript(script);
    this.#waiting.push(new WaitingScript(script));
  }

  pending(): readonly FaultScript[] {
    return this.#waiting.map((waiting) => waiting.rest());
  }

  clear(): void {
    this.#waiting = [];
  }

  /** Takes the fault for a request. `subjects` is asked only where a script is about one user. */
  take(operation: OperationName, subjects: () => readonly Subject[]): FaultReply | undefined {
    for (const waiting of this.#waiting) {
      const { script } = waiting;
      if (script.operation !== operation && script.operation !== '*') continue;
      if (!concerns(script, subjects)) continue;
      const reply = waiting.take();
      if (!reply) continue;
      if (waiting.done) this.#waiting = this.#waiting.filter((other) => other !== waiting);
      return reply;
    }
    return undefined;
  }
}

function concerns({ subject }: FaultScript, subjects: () => readonly Subject[]): boolean {
  return !subject || subjects().some((other) => isSame(subject, other));
}

function isSame(one: Subject, other: Subject): boolean {
  if ('email' in one) return 'email' in other && sameEmail(one.email, other.email);
  return 'userId' in other && one.userId === other.userId;
}
