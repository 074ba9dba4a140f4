import { isRecord } from './is-record.js';

/** What the two envelopes of Iterable have in common. */
export interface Envelope {
  readonly code?: string | undefined;
  readonly msg?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
}

/**
 * Reads `{ code, msg, params }`, and the catalogs' `{ error, message, code, data }`. `undefined`
 * where the JSON is neither.
 */
export function readEnvelope(json: unknown): Envelope | undefined {
  if (!isRecord(json)) return undefined;
  const { code, msg, message, error, params, data } = json;
  const name = textOf(code) ?? textOf(error);
  const said = textOf(msg) ?? textOf(message);
  if (name === undefined && said === undefined) return undefined;
  return {
    code: name,
    msg: said,
    params: isRecord(params) ? params : isRecord(data) ? data : undefined,
  };
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
