import type { Database } from '@org/db-query';
import type { SyncDefinition } from '@org/sync';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Job, Row } from '../run/job.js';
import { keys } from './checks/keys.js';
import { mapping } from './checks/mapping.js';
import { query } from './checks/query.js';
import { records } from './checks/records.js';
import type { CheckHead, Examination, Outcome } from './examination.js';
import { skipped } from './finding.js';
import type { Question } from './question.js';

/** A sync, as far as it could be examined. */
export interface ExaminedSync {
  readonly job: Job;
  readonly definition: Outcome<SyncDefinition<Row>>;
  /** The first of its rows. */
  readonly rows: Outcome<readonly Row[]>;
}

/** What the syncs are examined with. */
export interface SyncsContext {
  readonly jobs: Outcome<readonly Job[]>;
  readonly database: Outcome<Database>;
  readonly question: Pick<Question, 'options'>;
  /** Whether nothing of a record is told. */
  readonly hidden: boolean;
}

/** The query of each sync, its mapping, its rows and their keys. */
export async function examineSyncs(
  exam: Examination,
  { jobs, database, question: { options }, hidden }: SyncsContext,
): Promise<ExaminedSync[]> {
  const examined: ExaminedSync[] = [];
  if (!jobs.value) {
    for (const name of ['query', 'mapping', 'records', 'keys']) {
      await exam.check({ name, exitCode: EXIT.database }, [jobs], () => skipped('no sync'));
    }
  }
  for (const job of jobs.value ?? []) {
    const head = (name: string, exitCode: ExitCode = EXIT.database): CheckHead => ({
      name,
      sync: job.name,
      ofSeveral: (jobs.value ?? []).length > 1,
      exitCode,
    });
    const columns = await exam.check(head('query'), [database], ([given], signal) =>
      query(job, given, signal),
    );
    const definition = await exam.check(head('mapping', EXIT.usage), [columns], ([given]) =>
      mapping(job, given),
    );
    const rows = await exam.check(head('records'), [database, columns], ([given], signal) =>
      records(job, given, signal),
    );
    await exam.check(head('keys'), [database, columns], ([given], signal) =>
      options.fast ? skipped('left out by --fast') : keys(job, given, { signal, hidden }),
    );
    examined.push({ job, definition, rows });
  }
  return examined;
}
