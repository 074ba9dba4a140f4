export type { ColumnKey, ColumnValue, CsvColumn, CsvColumnOptions } from './csv-column.js';
export { CsvError, type CsvErrorCode, type CsvPlace } from './csv-error.js';
export type { CsvFormatOptions, DestinationOptions, WriteCsvOptions } from './csv-options.js';
export type { CsvWarning, CsvWarningCode } from './csv-warning.js';
export { formatCsv, type CsvText } from './format-csv.js';
export { writeCsv, type CsvResult } from './write-csv.js';
export { writeCsvBytes, type CsvBytes, type CsvBytesResult } from './write-csv-bytes.js';
