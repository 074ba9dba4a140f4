/** Every code that a {@link SandboxError} may carry. */
export type SandboxErrorCode =
  /** The port is taken, or the address is not one of this machine. */
  'LISTEN';

/** Expected trouble of a sandbox, told apart by `code`. Wrong options are a `TypeError` instead. */
export class SandboxError extends Error {
  override readonly name: string = 'SandboxError';
  readonly code: SandboxErrorCode;

  constructor(code: SandboxErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
