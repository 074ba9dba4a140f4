import { resolveConfig } from '../config/resolve-config.js';
import type { Settings } from '../config/load-settings.js';
import type { Io } from '../io.js';
import type { TableShape } from './read-table.js';
import type { TableName } from './table-name.js';

/** Reads a table, where the database is in reach. Throws where that does not have it. */
export type TableReader = (table: TableName) => Promise<TableShape | undefined>;

/** How a table is reached. */
export interface TableSource {
  readonly io: Pick<Io, 'env'>;
  /** Folder whose `.env` counts. */
  readonly folder: string;
  /** Settings that win over the others. */
  readonly settings: Settings;
  readonly signal: AbortSignal;
  /** Hears why a table is not read. */
  readonly warn: (text: string) => void;
}

/** Errors that are about the table and not about the way to it. */
const OF_THE_TABLE = ['UNDEFINED_TABLE', 'PERMISSION_DENIED', 'SYNTAX', 'CANCELLED'];

export function tableReader({ io, folder, settings, signal, warn }: TableSource): TableReader {
  return async (table) => {
    const { config } = resolveConfig({ cwd: folder, env: io.env, flags: settings }, ['database']);
    // Without settings of a database the table is taken as it is said.
    if ((config as Partial<typeof config>).database === undefined) return undefined;
    // What speaks to a database is loaded only where there is one to read.
    const { readTable } = await import('./read-table.js');
    try {
      return await readTable(table, config.database, signal);
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (code === undefined || OF_THE_TABLE.includes(code)) throw error;
      warn(`The columns of ${table.sql} could not be read: ${message}`);
      return undefined;
    }
  };
}
