import type { UserFieldsResponse } from '@org/iterable-client';
import { Readable } from 'node:stream';
import { planSync, type SyncDefinition } from '@org/sync';
import { hideNotice } from '../../log/hide-notice.js';
import { ownWords } from '../../log/own-words.js';
import type { JobSettings, Row } from '../../run/job.js';
import { failed, ok, warning, type Finding } from '../finding.js';

/** What is planned: as a run would send it, as far as values go. */
export interface PlannedValues {
  readonly sync: SyncDefinition<Row>;
  readonly rows: readonly Row[];
  readonly settings: Pick<JobSettings, 'projectType' | 'allowReserved'>;
  /** The fields of the project; absent where they could not be read. */
  readonly fields: UserFieldsResponse | undefined;
  /** Whether nothing of a record is told. */
  readonly hidden: boolean;
  readonly signal: AbortSignal;
}

/** Refused records that are told. */
const SHOWN = 3;

/** Whether the first records could be sent: identifiers, names, and values against the project's types. */
export async function values(planned: PlannedValues): Promise<Finding> {
  const { sync, rows, settings, fields, hidden, signal } = planned;
  const { projectType, allowReserved } = settings;
  const { counts, refused, stopped, notices } = await planSync({
    sync,
    rows: Readable.from(rows) as AsyncIterable<Row>,
    client: planningClient(fields),
    fieldTypes: fields ? 'ask' : 'off',
    ...(projectType && { projectType }),
    ...(allowReserved && { allowReserved }),
    signal,
  });
  if (stopped) return failed(stopped.detail);
  const names = notices.filter(({ code }) => code === 'FIELD_NAMES');
  const told = notices.map((notice) => (hidden ? hideNotice(notice) : notice).message);
  if (refused.length > 0) {
    const shown = refused
      .slice(0, SHOWN)
      .map((each) => `record ${String(each.row)}: ${hidden ? ownWords(each) : each.reason}`);
    return warning(
      `of the first ${String(counts.rows)} records, some can't be sent: ${shown.join('\n')}`,
      `iterable-sync plan ${sync.name} tells of all records`,
    );
  }
  if (names.length > 0) {
    return warning(
      names.map(({ message }) => message).join('\n'),
      'correct the names in the mapping, or leave them where both are meant',
      { details: told },
    );
  }
  const compared = fields ? "; their values fit the project's fields" : '';
  return ok(`the first ${String(counts.rows)} can be sent${compared}`, { details: told });
}

/** A plan sends nothing; it asks for the fields, which are known. */
function planningClient(fields: UserFieldsResponse | undefined) {
  const nothing = (): Promise<never> => Promise.reject(new Error('a plan sends nothing'));
  return {
    users: {
      update: nothing,
      ...(fields && { getFields: () => Promise.resolve(fields) }),
    },
    events: { track: nothing },
  };
}
