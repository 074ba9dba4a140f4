import type { CopyFormat } from './copy-options.js';

/** Times in UTC as a CSV has them. */
export function timestamptzSql(column: string, format: CopyFormat): string {
  return format.dates === 'datetime' ? datetime(column, format) : iso(column, format);
}

/**
 * As PostgreSQL writes a `timestamp`, which is what `writeCsv` calls `'datetime'`. It isn't made a text
 * where that can be helped: that would take a tenth of the server's time.
 */
function datetime(column: string, { formulaGuard }: CopyFormat): string {
  const truncated = `date_trunc('second', ${column} at time zone 'UTC')`;
  return formulaGuard
    ? `case ${column} when '-infinity' then '''-infinity' else ${truncated}::text end`
    : truncated;
}

/**
 * As `toISOString` writes a `Date`. What no `Date` can hold is PostgreSQL's text, as it is among the
 * rows of a stream.
 */
function iso(column: string, { formulaGuard }: CopyFormat): string {
  const local = `(${column} at time zone 'UTC')`;
  const clock = `case when extract(microseconds from ${local})::int8 % 1000 = 0
    then '"T"HH24:MI:SS.MS"Z"' else '"T"HH24:MI:SS.US"Z"' end`;
  const year = `extract(year from ${local})::int`;
  const apostrophe = formulaGuard ? "''''" : "''";
  return `case
    when ${column} >= '0001-01-01 00:00:00+00' and ${column} < '10000-01-01 00:00:00+00'
      then to_char(${local}, 'YYYY-MM-DD' || ${clock})
    when ${column} = '-infinity' then ${apostrophe} || '-infinity'
    when ${column} >= '275760-09-13 00:00:00.001+00' then ${column}::text
    else case when ${year} > 0 then '+' || lpad((${year})::text, 6, '0')
        when ${year} = -1 then '0000'
        else '-' || lpad((-1 - ${year})::text, 6, '0') end
      || to_char(${local}, '-MM-DD' || ${clock}) end`;
}
