import type { CallContext } from '../call/call-context.js';
import type { JsonObject } from '../types/json-value.js';
import type { CallOptions } from '../types/call-options.js';
import { fileStream } from './file-stream.js';

/** A file with the address that `listFiles` and `eachFile` give. */
export interface ExportFileAddress {
  readonly url: string;
}

/** What is done with the files of export jobs. They are not at Iterable: no credentials are sent. */
export interface ExportFileMethods {
  /**
   * The bytes of a file. May be repeated. `timeoutMs` is for its beginning, and for silence.
   *
   * Nothing is sent before the first step of a loop over it; each loop begins anew.
   *
   * @throws {@link IterableError}
   */
  fileBytes(file: ExportFileAddress, options?: CallOptions): AsyncIterable<Uint8Array>;
  /**
   * The records of a file of an export as `application/x-json-stream`, one by one. May be repeated.
   * `timeoutMs` is for its beginning, and for silence.
   *
   * Nothing is sent before the first step of a loop over it; each loop begins anew.
   *
   * @throws {@link IterableError}
   */
  eachFileRecord(file: ExportFileAddress, options?: CallOptions): AsyncIterable<JsonObject>;
}

/** The methods for files, for one client. */
export function exportFileMethods(context: CallContext): ExportFileMethods {
  return {
    fileBytes: (file, options) =>
      fileStream(context, 'bytes', file, options) as AsyncIterable<Uint8Array>,
    eachFileRecord: (file, options) =>
      fileStream(context, 'json-lines', file, options) as AsyncIterable<JsonObject>,
  };
}
