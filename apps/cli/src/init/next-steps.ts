import type { NewSync } from './new-sync.js';

/** What the next steps depend on. */
export interface Situation {
  /** How the folder is called from where the user is; empty where it is that one. */
  readonly folder: string;
  readonly missingSettings: readonly string[];
  readonly sync: NewSync | undefined;
  /** A configuration file that was there and has to take the sync that was asked for. */
  readonly keptProject: string | undefined;
  /** The name under which the program was called. */
  readonly program: string;
}

/** What to do once the files are there. */
export function nextSteps({
  folder,
  missingSettings,
  sync,
  keptProject,
  program,
}: Situation): string[] {
  const sql = sync?.kind === 'sql' && !sync.known ? sync : undefined;
  const steps = [
    folder === '' ? '' : `cd ${folder}`,
    missingSettings.length === 0 ? '' : `Fill in .env: ${missingSettings.join(', ')}`,
    keptProject === undefined ? '' : `Add the sync to ${keptProject}`,
    sql && sql.table === undefined ? `Write the query in sql/${sql.name}.sql` : '',
    sql && sql.table !== undefined ? `Add the columns to send in sql/${sql.name}.sql` : '',
    `${program} doctor: is everything in reach?`,
    `${program} plan: what would be sent`,
    `${program} run --limit 10: the first ten records`,
  ];
  return steps.filter((step) => step !== '');
}
