/** = + - @, tab, line breaks and the wide forms of the first four, as `ascii()` counts in UTF-8. */
const CODES = '61, 43, 45, 64, 9, 13, 10, 65309, 65291, 65293, 65312';
const NEGATIVE_NUMBER = `'^-([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][-+]?[0-9]+)?$'`;

/** The wide forms in UTF-8: as text, a server whose encoding lacks them would refuse them. */
const WIDE_OPENINGS = String.raw`'\xefbc9d', '\xefbc8b', '\xefbc8d', '\xefbca0'`;

/**
 * SQL that puts an apostrophe before what a spreadsheet would run as a formula; negative numbers are
 * left alone.
 *
 * @param text SQL of type `text`; it is evaluated several times
 * @param encoding the database's, as the server calls it
 */
export function formulaGuardSql(text: string, encoding: string): string {
  return `case when ${opening(text, encoding)} and ${text} !~ ${NEGATIVE_NUMBER} then '''' || ${text} else ${text} end`;
}

function opening(text: string, encoding: string): string {
  // By far the cheapest way, most of all for letters; an error where several bytes aren't UTF-8.
  if (encoding === 'UTF8') {
    return `ascii(${text}) not between 65 and 127 and ascii(${text}) in (${CODES})`;
  }
  const plain = `left(${text}, 1) in ('=', '+', '-', '@', E'\\t', E'\\r', E'\\n')`;
  // Its bytes mean nothing to the server, which can't convert them.
  if (encoding === 'SQL_ASCII') return plain;
  return `(${plain} or case when left(${text}, 1) > '~' collate "C"
    then convert_to(left(${text}, 1), 'UTF8') in (${WIDE_OPENINGS}) end)`;
}
