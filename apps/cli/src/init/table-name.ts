/** A table as a person writes it: `orders`, or `shop.orders`. */
export interface TableName {
  /** The name alone. */
  readonly name: string;
  /** As SQL has it, quoted where it must be. */
  readonly sql: string;
}

/** Takes a table's name apart; nothing where it is none. */
export function tableName(text: string): TableName | undefined {
  const parts = text.trim().split('.');
  const [name] = parts.slice(-1);
  if (!name || parts.length > 2 || parts.some((part) => part.trim() === '')) return undefined;
  return { name, sql: parts.map(quoteName).join('.') };
}

/** A name in SQL. PostgreSQL takes one without quotes in small letters, if it is no word of its own. */
export function quoteName(name: string): string {
  const plain = /^[a-z_][a-z0-9_]*$/.test(name) && !WORDS.has(name);
  return plain ? name : `"${name.replaceAll('"', '""')}"`;
}

/** Words of PostgreSQL that can't be the name of a column or a table without quotes. */
const WORDS: ReadonlySet<string> = new Set(
  `all analyse analyze and any array as asc asymmetric authorization binary both case cast check
  collate collation column concurrently constraint create cross current_catalog current_date
  current_role current_schema current_time current_timestamp current_user default deferrable desc
  distinct do else end except false fetch for foreign freeze from full grant group having ilike in
  initially inner intersect into is isnull join lateral leading left like limit localtime
  localtimestamp natural not notnull null offset on only or order outer overlaps placing primary
  references returning right select session_user similar some symmetric system_user table
  tablesample then to trailing true union unique user using variadic verbose when where window
  with`.split(/\s+/),
);
