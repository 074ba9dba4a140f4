import type { OperationName } from '../contract/operations.js';
import { sameEmail } from '../state/identity.js';
import type { Subject } from '../subject.js';
import { checkFaultScript } from './check-fault-script.js';
import type { FaultReply } from './fault-reply.js';
import type { FaultScript } from './fault-script.js';

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
  #scripts: FaultScript[] = [];

  add(script: FaultScript): void {
    checkFaultScript(script);
    const { operation, subject, replies } = script;
    this.#scripts.push({ operation, ...(subject && { subject }), replies: [...replies] });
  }

  pending(): readonly FaultScript[] {
    return this.#scripts.map((script) => ({ ...script, replies: [...script.replies] }));
  }

  clear(): void {
    this.#scripts = [];
  }

  /** Takes the fault for a request. `subjects` is asked only where a script is about one user. */
  take(operation: OperationName, subjects: () => readonly Subject[]): FaultReply | undefined {
    if (this.#scripts.length === 0) return undefined;
    const index = this.#scripts.findIndex(
      (script) => script.operation === operation && concerns(script, subjects),
    );
    const script = this.#scripts[index];
    if (!script) return undefined;
    const [reply, ...rest] = script.replies;
    if (rest.length > 0) this.#scripts[index] = { ...script, replies: rest };
    else this.#scripts.splice(index, 1);
    return reply;
  }
}

function concerns({ subject }: FaultScript, subjects: () => readonly Subject[]): boolean {
  return !subject || subjects().some((other) => isSame(subject, other));
}

function isSame(one: Subject, other: Subject): boolean {
  if ('email' in one) return 'email' in other && sameEmail(one.email, other.email);
  return 'userId' in other && one.userId === other.userId;
}
