import { seed } from './control/seed.js';
import type { Faults } from './faults/faults.js';
import type { Journal } from './journal/journal.js';
import type { RateLimiter } from './limits/rate-limiter.js';
import { kindOf } from './options/check-keys.js';
import { checkSubject } from './options/check-subject.js';
import type { SandboxState } from './sandbox.js';
import { eventReader, readFields, userReader } from './state-readers.js';
import { takeSnapshot } from './state/project-snapshot.js';
import { restoreSnapshot } from './state/restore-snapshot.js';
import type { Project } from './state/project.js';

/** What a sandbox is made of. */
export interface StateParts {
  readonly project: Project;
  readonly journal: Journal;
  readonly faults: Faults;
  readonly rateLimiter: RateLimiter;
  readonly now: () => number;
}

/** All of a sandbox but its server. */
export function createState({
  project,
  journal,
  faults,
  rateLimiter,
  now,
}: StateParts): SandboxState {
  return {
    users: userReader(project),
    events: eventReader(project),
    faults,
    get fields() {
      return readFields(project);
    },
    get requests() {
      return journal.entries();
    },
    get requestCounts() {
      return journal.counts();
    },
    forget(subject) {
      checkSubject('forget: subject', subject);
      project.forget(subject);
    },
    disallowEvent(name) {
      if (typeof name !== 'string' || name === '') {
        throw new TypeError(`disallowEvent takes an event name; received ${kindOf(name)}.`);
      }
      project.disallowedEvents.add(name);
    },
    invalidateJwts(subject, issuedBefore = now()) {
      checkSubject('invalidateJwts: subject', subject);
      project.tokensInvalidBefore.set(subject, issuedBefore);
    },
    seed(data) {
      seed(data, project, now());
    },
    snapshot: () => takeSnapshot(project),
    restore: (snapshot) => restoreSnapshot(project, snapshot),
    reset() {
      project.reset();
      journal.clear();
      faults.clear();
      rateLimiter.clear();
    },
  };
}
