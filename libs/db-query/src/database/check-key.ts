import pg from 'pg';
import { DatabaseError } from '../errors/database-error.js';
import { nearestName } from '../options/nearest-name.js';
import type { AnyQuery, SqlQuery } from '../query/query.js';
import type { EncodedParameter } from '../types/encode-parameter.js';
import { describeFields } from './describe-query.js';
import type { Session } from './session.js';
import type { KeyFault, KeyReport } from './snapshot.js';

/** What is asked of the key. */
export interface KeyQuestion {
  readonly query: AnyQuery | SqlQuery;
  readonly values: readonly EncodedParameter[];
  readonly column: string;
  readonly examples: number;
}

/**
 * Counts NULLs and duplicates of a key on the server: it groups with a hash table that it moves to
 * disk when that outgrows `work_mem`, and sends back a single row, so that neither side's memory
 * grows with the number of keys. Only where something is wrong does it look for the first ones.
 */
export async function checkKey(session: Session, question: KeyQuestion): Promise<KeyReport> {
  const { query, values, column, examples } = question;
  const { fields } = await describeFields(session, query);
  const names = fields.map(({ name }) => name);
  if (!names.includes(column)) throw keyMissing(query.name, column, names);
  const key = pg.escapeIdentifier(column);
  // The end of the line ends a comment at the end of the query.
  const source = `(\n${query.sql}\n) as q`;
  const summary = `
select coalesce(sum(rows), 0), coalesce(sum(rows) filter (where key is null), 0),
  count(*) filter (where key is not null and rows > 1)
from (select q.${key} as key, count(*) as rows from ${source} group by q.${key}) as keys`;
  const [[rows, nulls, duplicates] = []] = await session.run(summary, values);
  const report = { rows: Number(rows), nulls: Number(nulls), duplicates: Number(duplicates) };
  if (report.nulls === 0 && report.duplicates === 0) return { ...report, first: [] };
  const faults = `
select key::text, count(*), min(row)
from (select q.${key} as key, row_number() over () as row from ${source}) as numbered
group by key having key is null or count(*) > 1 order by 3 limit ${examples}`;
  const first = (await session.run(faults, values)).map(([text = null, count, row]): KeyFault => ({
    key: text,
    rows: Number(count),
    firstRow: Number(row),
  }));
  return { ...report, first };
}

function keyMissing(query: string, column: string, names: readonly string[]): DatabaseError {
  const near = nearestName(column, names);
  const help = near === undefined ? '' : ` Did you mean "${near}"?`;
  return new DatabaseError({
    code: 'UNDEFINED_COLUMN',
    message: `Query "${query}" returns no column "${column}" to be its key; it returns ${names.join(', ')}.${help}`,
  });
}
