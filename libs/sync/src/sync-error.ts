/** Every code that a {@link SyncError} can carry. */
export type SyncErrorCode =
  /** The counts of a run don't add up to the rows that its query returned. */
  'ACCOUNTING';

/** Base of the errors that this library throws itself. */
export class SyncError extends Error {
  override readonly name = 'SyncError';
  readonly code: SyncErrorCode;

  constructor(code: SyncErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
