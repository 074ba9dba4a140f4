import type { Path } from './data-file.js';
import type { SyncEntry } from './sync-entry.js';

/** The syncs that there are, checked as far as the configuration file alone tells. */
export interface Project {
  /** The configuration file, absolute; absent where there is none and the built-in sync is all. */
  readonly file?: string;
  /** Folder that the paths in the file start from. */
  readonly folder: string;
  /** The syncs by name, in the order of the file. */
  readonly syncs: ReadonlyMap<string, SyncEntry>;
  /** `file:line: ` of a value, for messages. */
  at(path: Path): string;
}
