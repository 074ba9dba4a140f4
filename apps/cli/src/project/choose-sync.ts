import { nearest } from '../errors/nearest.js';
import type { Job } from '../run/job.js';
import { isQuerySync } from './from-query.js';
import { jobOfEntry } from './job-of-entry.js';
import type { Project } from './project.js';
import type { SyncEntry } from './sync-entry.js';

/** Which sync a command is about, and what the command line says of its query. */
export interface SyncChoice {
  /** @default the only one */
  readonly name?: string | undefined;
  /** Days of the built-in query. */
  readonly days?: number | undefined;
  /** Values of parameters of the SQL, by name. */
  readonly parameters?: Readonly<Record<string, string>> | undefined;
}

/** The sync that was asked for, or why there is none. */
export type ChosenSync = { readonly job: Job } | { readonly problems: readonly string[] };

/** Name of the sync that a command is about, or what is wrong with what was asked for. */
function chooseName(
  { syncs }: Project,
  name: string | undefined,
): { readonly name: string } | { readonly problems: readonly string[] } {
  const names = [...syncs.keys()];
  const [only, ...others] = names;
  const all = names.join(', ');
  if (name === undefined) {
    if (only !== undefined && others.length === 0) return { name: only };
    return { problems: [`name the sync: there are ${all}`] };
  }
  if (syncs.has(name)) return { name };
  const meant = nearest(name, names);
  const hint = meant === undefined ? `there is ${all}` : `did you mean ${meant}?`;
  return { problems: [`there is no sync ${JSON.stringify(name)}; ${hint}`] };
}

/** The job of the sync that was asked for, with everything that keeps it from being run. */
export function chooseSync(project: Project, choice: SyncChoice): ChosenSync {
  const chosen = chooseName(project, choice.name);
  if ('problems' in chosen) return chosen;
  const { name } = chosen;
  const entry = project.syncs.get(name);
  if (!entry) throw new Error(`the sync ${name} has been chosen and is not there`);
  const problems = flagProblems(name, entry, choice);
  if (problems.length > 0) return { problems };
  try {
    return { job: jobOfEntry(name, adjusted(entry, choice), project) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { problems: [`${project.at(['syncs', name])}syncs.${name}: ${message}`] };
  }
}

function flagProblems(name: string, entry: SyncEntry, { days, parameters }: SyncChoice): string[] {
  const problems: string[] = [];
  if (days !== undefined && !('builtIn' in entry)) {
    problems.push(`--days is for the built-in query, and ${name} has a query of its own`);
  }
  if (parameters && ('builtIn' in entry || isQuerySync(entry))) {
    problems.push(`--param is for SQL with parameters, and ${name} has none`);
  }
  return problems;
}

/** The entry with what the command line says in place of what the file says. */
function adjusted(entry: SyncEntry, { days, parameters }: SyncChoice): SyncEntry {
  if (isQuerySync(entry)) return entry;
  if ('builtIn' in entry) return days === undefined ? entry : { ...entry, days };
  return parameters ? { ...entry, parameters: { ...entry.parameters, ...parameters } } : entry;
}
