import { isJsonObject } from '../json.js';
import type { Subject } from '../subject.js';
import type { Operation } from '../contract/operation.js';

/** Where the identifiers of a request may stand. */
export interface RequestParts {
  readonly operation: Operation;
  readonly body: unknown;
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
}

/** The user whom a request is about; nothing for a bulk request, which is about many. */
export function subjectOf({ operation, body, params, query }: RequestParts): Subject | undefined {
  if (operation.records !== undefined) return undefined;
  return [body, params, query].flatMap(identifiersIn)[0];
}

/** Every identifier of every user whom a request is about. */
export function subjectsOf({ operation, body, params, query }: RequestParts): Subject[] {
  if (operation.records === undefined) return [body, params, query].flatMap(identifiersIn);
  const records = isJsonObject(body) ? body[operation.records] : undefined;
  return Array.isArray(records) ? records.flatMap(identifiersIn) : [];
}

function identifiersIn(value: unknown): Subject[] {
  if (!isJsonObject(value)) return [];
  const { email, userId } = value;
  return [
    ...(typeof email === 'string' ? [{ email }] : []),
    ...(typeof userId === 'string' ? [{ userId }] : []),
  ];
}
