import { toJson, type JsonObject } from '../../json.js';
import type { Project } from '../../state/project.js';
import type { StoredUser } from '../../state/stored-user.js';
import { exportRows } from './rows.js';
import { select, type Selection } from './select.js';

/** What an export is made of. */
export interface ExportSource {
  readonly project: Project;
  readonly dataType: string;
  readonly wanted: Selection;
  readonly user?: StoredUser;
}

/** A JSON object a line. */
export function* jsonLines(source: ExportSource): Generator<string> {
  for (const fields of wantedRows(source)) yield `${toJson(fields)}\n`;
}

/** RFC 4180, with a header; the columns are all fields of all rows, the first seen first. */
export function* csvLines(source: ExportSource, delimiter = ','): Generator<string> {
  const columns = new Set<string>();
  for (const fields of wantedRows(source)) {
    for (const name of Object.keys(fields)) columns.add(name);
  }
  const line = (cells: readonly unknown[]): string =>
    `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;
  const header = [...columns];
  if (header.length > 0) yield line(header);
  for (const fields of wantedRows(source)) yield line(header.map((name) => fields[name]));
}

function* wantedRows({ project, dataType, wanted, user }: ExportSource): Generator<JsonObject> {
  for (const row of exportRows(project, dataType, user)) {
    const fields = select(row, wanted);
    if (fields) yield fields;
  }
}

function csvCell(value: unknown, delimiter: string): string {
  if (value === undefined || value === null) return '';
  const text = typeof value === 'string' ? value : toJson(value);
  return /["\r\n]/.test(text) || text.includes(delimiter)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}
