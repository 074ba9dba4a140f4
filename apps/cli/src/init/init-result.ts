import type { FileState } from './write-new-file.js';

/** What `init` did. As JSON: see `schemas/init.schema.json`. */
export interface InitResult {
  readonly schemaVersion: 1;
  /** Absolute. */
  readonly folder: string;
  /** The files, from that folder, in the order in which they are written. */
  readonly files: readonly { readonly path: string; readonly state: FileState }[];
  /** Lines that the `.gitignore` that was there lacks. */
  readonly missingPatterns: readonly string[];
  /** Settings that are still to be given, by variable. */
  readonly missingSettings: readonly string[];
  /** What to do now, in words. */
  readonly next: readonly string[];
}
