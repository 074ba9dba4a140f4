import pg from 'pg';
import type { CopyFormat } from './copy-options.js';
import { formulaGuardSql } from './formula-guard-sql.js';
import { timestamptzSql } from './timestamptz-sql.js';

/** What the SQL of a cell depends on. */
export interface CellFormat extends CopyFormat {
  /** The database's encoding, as the server calls it. */
  readonly encoding: string;
}

/** SQL for the text of a column in a CSV. */
type Expression = (column: string, format: CellFormat) => string;

const literal = (text: string): string => pg.escapeLiteral(text).trim();

const asIs: Expression = (column) => column;

const bool: Expression = (column, { trueText, falseText }) =>
  trueText === 'true' && falseText === 'false'
    ? `${column}::text`
    : `case ${column} when true then ${literal(trueText)} when false then ${literal(falseText)} end`;

/**
 * As JavaScript writes numbers: PostgreSQL takes an exponent sooner, writes it with two digits, and
 * has a zero with a sign.
 */
const float4: Expression = (column) => {
  const text = `${column}::text`;
  return `case when ${text} = '-0' then '0' when strpos(${text}, 'e') = 0 then ${text}
    when abs(${text}::float8) >= 1e21 or abs(${text}::float8) < 1e-6
      then regexp_replace(${text}, 'e([+-])0', 'e\\1')
    else ${text}::numeric::text end`;
};

/**
 * JavaScript's shortest digits may lie just between two doubles, where PostgreSQL takes one digit
 * more: 1e23 is 9.999999999999999e+22 there. Only whole numbers of 54 bits, times a power of two, have
 * so few digits: there the shortest one that is read back as the same number is looked for.
 */
const float8: Expression = (column, format) => {
  const exact = `abs(${column}::text::numeric)`;
  return `case when abs(${column}) >= 9007199254740992 and abs(${column}) < 1e40 then (
      select case when ${column} < 0 then '-' else '' end || case when shortest < 1e21 then shortest::text
        else left(digits, 1) || case when length(digits) > 1 then '.' || substr(digits, 2) else '' end
          || 'e+' || (length(shortest::text) - 1) end
      from (
        select shortest, rtrim(shortest::text, '0') as digits
        from (
          select places, round(${exact}, places - length(trunc(${exact})::text)) as shortest
          from generate_series(1, 17) as places
        ) as rounded
        where shortest::float8 = abs(${column}) order by places limit 1
      ) as found
    ) else ${float4(column, format)} end`;
};

/** Types that are text. */
const guarded: Expression = (column, { formulaGuard, encoding }) =>
  formulaGuard ? formulaGuardSql(column, encoding) : column;

/** The type's own output, whatever it is: a cast of char(n) to text would lose its blanks. */
const guardedOutput: Expression = (column, { formulaGuard, encoding }) =>
  formulaGuard
    ? `case when ${column} is not distinct from null then null
        else ${formulaGuardSql(`format('%s', ${column})`, encoding)} end`
    : column;

/** By OID; what is not here is text to a stream, too. */
const BY_TYPE: ReadonlyMap<number, Expression> = new Map([
  [16, bool],
  [17, asIs], // bytea
  [20, asIs], // int8
  [21, asIs], // int2
  [23, asIs], // int4
  [25, guarded], // text
  [26, asIs], // oid
  [700, float4], // float4
  [701, float8], // float8
  [1043, guarded], // varchar
  [1184, timestamptzSql],
  [2950, asIs], // uuid
  [3802, asIs], // jsonb: what it may begin with is no formula
]);

/** The text of a value of this type as a row of a stream has it in a CSV. */
export function cellExpression(type: number, column: string, format: CellFormat): string {
  return (BY_TYPE.get(type) ?? guardedOutput)(column, format);
}
