import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where Debian and its relatives put servers, a folder for each major version. */
const FOLDER = '/usr/lib/postgresql';

/** A PostgreSQL server of this machine, besides the one that npm installed. */
export interface InstalledPostgres {
  /** Its major version, such as `15`. */
  readonly version: string;
  /** Folder with `initdb` and `postgres`. */
  readonly binaries: string;
}

/** The oldest server that this machine has; undefined where there is none, which is no fault. */
export function installedPostgres(): InstalledPostgres | undefined {
  const versions = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
  return versions
    .filter((version) => existsSync(join(FOLDER, version, 'bin', 'initdb')))
    .sort((one, other) => Number(one) - Number(other))
    .map((version) => ({ version, binaries: join(FOLDER, version, 'bin') }))[0];
}
