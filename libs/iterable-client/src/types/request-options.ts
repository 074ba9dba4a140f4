import type { CallOptions } from './call-options.js';
import type { DataValue } from './data-fields.js';

/** A value in a path or query. */
export type ParameterValue = string | number | boolean | bigint | Date;

/** Options of `client.request`. */
export interface RequestOptions extends CallOptions {
  /** Values for the `{placeholders}` of the path. They are encoded. */
  readonly pathParams?: Readonly<Record<string, ParameterValue>> | undefined;
  /** The query; a list gives its name several times, `undefined` leaves it out. */
  readonly query?:
    Readonly<Record<string, ParameterValue | readonly ParameterValue[] | undefined>> | undefined;
  /** The JSON body, by the rules of {@link DataValue}. */
  readonly body?: DataValue;
  /**
   * Whether the request may be sent again when the first may have been carried out.
   * @default as documented for the operation; otherwise `true` for GET and `false` for the rest
   */
  readonly repeatable?: boolean | undefined;
  /**
   * What the reply's body is.
   * @default as documented for the operation; otherwise `json`
   */
  readonly reply?: 'json' | 'text' | undefined;
}
