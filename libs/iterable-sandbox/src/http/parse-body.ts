import { parseJson } from '../json.js';

/** A body as JSON, where it is JSON. */
export interface ParsedBody {
  readonly ok: boolean;
  readonly value: unknown;
}

const NOTHING: ParsedBody = { ok: false, value: undefined };

/** Reads a body's text. An empty body is no JSON. */
export function parseBody(text: string): ParsedBody {
  if (text === '') return NOTHING;
  try {
    return { ok: true, value: parseJson(text) };
  } catch {
    return NOTHING;
  }
}
