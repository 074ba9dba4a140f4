import type { Operation } from '../contract/operation.js';
import { isJsonObject } from '../json.js';
import { identifiersIn } from './identifiers-in.js';
import type { Subject } from '../subject.js';

/** Where the identifiers of a request may stand. */
export interface RequestParts {
  readonly operation: Operation;
  readonly body: unknown;
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
}

/** The user whom a request is about; nothing for a bulk request, which is about many. */
export function subjectOf(parts: RequestParts): Subject | undefined {
  return parts.operation.records === undefined ? subjectsOf(parts)[0] : undefined;
}

/** Every identifier of every user whom a request is about. */
export function subjectsOf({ operation, body, params, query }: RequestParts): Subject[] {
  const subjects: Subject[] = [];
  if (operation.records === undefined) {
    addIdentifiers(body, subjects);
    addIdentifiers(params, subjects);
    addIdentifiers(query, subjects);
  } else if (isJsonObject(body)) {
    const records = body[operation.records];
    if (Array.isArray(records)) for (const record of records) addIdentifiers(record, subjects);
  }
  return subjects;
}

function addIdentifiers(value: unknown, subjects: Subject[]): void {
  if (!isJsonObject(value)) return;
  const { email, userId } = identifiersIn(value);
  if (typeof email === 'string') subjects.push({ email });
  if (typeof userId === 'string') subjects.push({ userId });
}
