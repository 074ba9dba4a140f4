import { engagementSchemaSql } from '@org/db-query/engagement';
import { sampleUsers, type SampleUser } from './sample-users.js';

/** Rows of one INSERT: PGlite reads a statement as a whole. */
const ROWS_A_STATEMENT = 1000;

/** The statements that fill the built-in query's tables with sample data. */
export function* sampleSql(count: number): Generator<string> {
  yield engagementSchemaSql;
  const users = sampleUsers(count);
  for (let start = 0; start < users.length; start += ROWS_A_STATEMENT) {
    const part = users.slice(start, start + ROWS_A_STATEMENT);
    yield `INSERT INTO users (id, email, first_name, last_name, plan_type, candidate) VALUES ${part.map(userRow).join(', ')}`;
    const events = part.flatMap(eventRows);
    if (events.length === 0) continue;
    yield `INSERT INTO page_events (user_id, page, device, browser, location, event_time) VALUES ${events.join(', ')}`;
  }
}

function userRow({ id, email, firstName, lastName, plan, candidate }: SampleUser): string {
  const texts = [email, firstName, lastName, plan, candidate].map(literal);
  return `(${String(id)}, ${texts.join(', ')})`;
}

function eventRows({ id, events }: SampleUser): string[] {
  return events.map(({ page, device, browser, location, hoursAgo }) => {
    const texts = [page, device, browser, location].map(literal).join(', ');
    return `(${String(id)}, ${texts}, now() - interval '${String(hoursAgo)} hours')`;
  });
}

/** The sample data is this program's own; it has quotes and no backslashes. */
function literal(text: string | null): string {
  return text === null ? 'NULL' : `'${text.replaceAll("'", "''")}'`;
}
