/** Every code that a {@link CsvError} may carry. */
export type CsvErrorCode =
  /** A row is no object and no array. */
  | 'CSV_ROW'
  /** A row has no value for a column, or too few values. */
  | 'CSV_MISSING_COLUMN'
  /** A row has a value that no column takes. */
  | 'CSV_UNKNOWN_COLUMN'
  /** A value has no text: a function, an invalid date, a circular object. */
  | 'CSV_VALUE'
  /** There is a file of this name already. */
  | 'CSV_EXISTS'
  /** The destination is a folder. */
  | 'CSV_IS_FOLDER'
  /** The folder of the destination is not there. */
  | 'CSV_FOLDER_MISSING'
  /** The destination is of a kind that takes no CSV: a socket, a block device. */
  | 'CSV_KIND'
  /** The rights to write there are missing. */
  | 'CSV_DENIED'
  /** The disk, the quota or the largest size of a file is used up. */
  | 'CSV_NO_SPACE'
  /** The stream was closed, or the reader at the other end went away, before all was written. */
  | 'CSV_CLOSED'
  /** Writing failed for another reason; see `cause`. */
  | 'CSV_WRITE';

/** Where in the rows something was met. */
export interface CsvPlace {
  /** The row, counted from 1; 0 is the header. */
  readonly row: number;
  /** The column's key. */
  readonly column?: string | undefined;
}

/** What else is known of an error. */
export interface CsvErrorOptions extends ErrorOptions {
  readonly place?: CsvPlace | undefined;
  readonly path?: string | undefined;
}

/**
 * Trouble with the rows or the destination, told apart by `code`. Holds no value of any row. Wrong
 * options are a `TypeError` instead; what the source of the rows or a `format` function throws passes
 * through unchanged.
 */
export class CsvError extends Error {
  override readonly name: string = 'CsvError';
  readonly code: CsvErrorCode;
  /** The row, counted from 1, the header left out. */
  readonly row: number | undefined;
  /** The column's key. */
  readonly column: string | undefined;
  /** The file, as it was given. */
  readonly path: string | undefined;

  constructor(code: CsvErrorCode, message: string, options: CsvErrorOptions = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.code = code;
    this.row = options.place?.row;
    this.column = options.place?.column;
    this.path = options.path;
  }
}
