/**
 * What an Excel worksheet holds. Source: Microsoft, "Excel specifications and limits"
 * (https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3).
 */
export const EXCEL_LIMITS = {
  /** With the header. */
  rows: 1_048_576,
  columns: 16_384,
  /** UTF-16 code units in a cell. */
  cellLength: 32_767,
} as const;
