import type { Operation } from '../operations/operation.js';
import type { ApiFailure } from '../retry/failure.js';
import { isHtml } from './describe-text.js';
import { isRecord } from './is-record.js';
import { parseJson } from './parse-json.js';
import { replyProblem } from './reply-checks.js';
import { reportedFailure } from './reported-failure.js';

/** A reply's value; or the failure it reports in its body; or what is wrong with it. */
export type ReadGood =
  | { readonly value: unknown }
  | { readonly code: ApiFailure['code'] }
  /** Without a problem it is not what was asked for at all. */
  | { readonly problem: string | undefined };

const NOT_AS_ASKED: ReadGood = { problem: undefined };
const INTEGER = /^\s*\d{1,15}\s*$/;

/** Reads the body of a reply with a good status, as its operation answers. */
export function readGood(
  operation: Pick<Operation, 'reply' | 'holds'>,
  { status, text }: { readonly status: number; readonly text: string },
): ReadGood {
  switch (operation.reply) {
    case 'text':
      return { value: text };
    case 'plain':
    case 'integer':
      return readText(operation, text);
    case 'accepted':
      if (text.trim() === '' && (status === 201 || status === 202)) {
        return { value: { code: 'Success' } };
      }
      return readJson(operation, text);
    case 'open':
      if (text.trim() === '') return { value: undefined };
      return parseJson(text) === undefined ? readText(operation, text) : readJson(operation, text);
    case 'envelope':
    case 'counts':
    case 'fields':
    case 'json':
      return readJson(operation, text);
  }
}

function readText({ reply }: Pick<Operation, 'reply'>, text: string): ReadGood {
  if (isHtml(text)) return NOT_AS_ASKED;
  const parsed = /^\s*\{/.test(text) ? parseJson(text) : undefined;
  const code = reportedFailure(parsed?.json);
  if (code !== undefined) return { code };
  if (reply !== 'integer') return { value: text };
  return INTEGER.test(text) ? { value: Number(text) } : { problem: 'a text that is no number' };
}

function readJson(operation: Pick<Operation, 'reply' | 'holds'>, text: string): ReadGood {
  const parsed = parseJson(text);
  if (parsed === undefined) return NOT_AS_ASKED;
  const code = reportedFailure(parsed.json);
  if (code !== undefined) return { code };
  const value = unwrapped(parsed.json, operation.holds);
  const problem = replyProblem(operation, value);
  return problem === undefined ? { value } : { problem: `JSON of another shape: ${problem}` };
}

/** Iterable's catalogs answer `{ msg, code, params }` and what is documented inside of `params`. */
function unwrapped(json: unknown, holds: string | undefined): unknown {
  if (holds === undefined || !isRecord(json) || holds in json) return json;
  const { params } = json;
  return isRecord(params) && holds in params ? params : json;
}
