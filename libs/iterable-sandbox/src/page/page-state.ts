import type { Journal } from '../journal/journal.js';
import type { Faults } from '../faults/faults.js';
import type { Project } from '../state/project.js';
import { toSandboxEvent, toSandboxUser } from '../state/snapshots.js';

/** What the page shows of each kind: the newest. */
const ROWS = 50;

/** Characters of a body that the page shows. */
const BODY_CHARS = 120;

/** What the page is told. */
export interface PageSource {
  readonly project: Project;
  readonly journal: Journal;
  readonly faults: Faults;
}

/** The state as the page shows it: counts, and the newest of each kind, the newest first. */
export function pageState({ project, journal, faults }: PageSource): object {
  const { users, events, lists } = project;
  const allLists = [...lists.values()];
  return {
    requests: {
      count: journal.total,
      rows: journal.newest(ROWS).map(({ text, at, ...rest }, i) => ({
        ...rest,
        number: journal.total - i,
        at: new Date(at).toISOString(),
        body: text.length > BODY_CHARS ? `${text.slice(0, BODY_CHARS)}…` : text,
      })),
    },
    users: { count: users.size, rows: users.newest(ROWS).map(toSandboxUser) },
    events: { count: events.size, rows: events.newest(ROWS).map(toSandboxEvent) },
    lists: {
      count: allLists.length,
      rows: allLists
        .slice(-ROWS)
        .toReversed()
        .map(({ id, name, members }) => ({ id, name, users: members.size })),
    },
    faults: faults.pending(),
  };
}
