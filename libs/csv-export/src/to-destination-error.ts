import { CsvError, type CsvErrorCode } from './csv-error.js';

type Meaning = readonly [code: CsvErrorCode, what: string];

const DENIED: Meaning = ['CSV_DENIED', 'the rights to write there are missing'];
const FULL: Meaning = ['CSV_NO_SPACE', 'there is no space left for it'];
const NO_FOLDER: Meaning = ['CSV_FOLDER_MISSING', 'its folder is not there; make it first'];
const CLOSED: Meaning = ['CSV_CLOSED', 'it was closed before all was written'];

/** What the codes of Node and of the operating system mean for a CSV. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  EEXIST: [
    'CSV_EXISTS',
    "it is there already; pass existing: 'replace' to replace it, or 'suffix' to take the next free name",
  ],
  EISDIR: ['CSV_IS_FOLDER', 'it is a folder; name a file in it'],
  ENOENT: NO_FOLDER,
  ENOTDIR: NO_FOLDER,
  EACCES: DENIED,
  EPERM: DENIED,
  EROFS: DENIED,
  ENOSPC: FULL,
  EDQUOT: FULL,
  EFBIG: FULL,
  EPIPE: CLOSED,
  ERR_STREAM_PREMATURE_CLOSE: CLOSED,
  ERR_STREAM_DESTROYED: CLOSED,
  ERR_STREAM_WRITE_AFTER_END: CLOSED,
};

const OTHER: Meaning = ['CSV_WRITE', 'writing failed'];

/**
 * The coded error for what a destination did. Errors that have been looked at already, and misuse, pass
 * through.
 *
 * @param path - The file as it was given; nothing for a stream.
 */
export function toDestinationError(error: unknown, path: string | undefined): unknown {
  if (error instanceof CsvError || error instanceof TypeError) return error;
  const errno = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return destinationError(errno, path, { cause: error });
}

/** The coded error for a code of Node or of the operating system. */
export function destinationError(
  errno: string | undefined,
  path: string | undefined,
  options?: ErrorOptions,
): CsvError {
  const [code, what] = MEANINGS[errno ?? ''] ?? OTHER;
  const where = path === undefined ? 'the stream' : `'${path}'`;
  const detail = errno === undefined ? '' : ` (${errno})`;
  return new CsvError(code, `The CSV cannot be written to ${where}: ${what}${detail}.`, {
    ...options,
    path,
  });
}
