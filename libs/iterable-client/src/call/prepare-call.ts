import type { ValuePath } from '../body/path-text.js';
import { pathText } from '../body/path-text.js';
import { prepareBody } from '../body/prepare-body.js';
import { subjectAt, subjectOf } from '../body/subject-of.js';
import { withOneIdentifier } from '../body/with-one-identifier.js';
import { IterableInputError } from '../errors/iterable-input-error.js';
import type { Operation } from '../operations/operation.js';
import type { Subject } from '../types/subject.js';
import type { CallInput } from './call-input.js';
import { callUrl } from './call-url.js';

/** What stays the same over all attempts of a call. */
export interface PreparedCall {
  readonly url: string;
  readonly body: string | undefined;
  readonly subject: Subject | undefined;
  /** The address is not one of Iterable's API: no credentials are sent there. */
  readonly foreign?: boolean;
  /** Parts of the address that must never be told. */
  readonly secrets?: readonly string[];
}

/** Makes address, body and subject once per call; refuses what cannot be sent. */
export function prepareCall(baseUrl: string, operation: Operation, input: CallInput): PreparedCall {
  const refuse = (path: ValuePath, problem: string): never => {
    throw new IterableInputError(operation.name, pathText(path), problem);
  };
  if (operation.identified === 'query') {
    withOneIdentifier(refuse)({ ...input.query }, ['query']);
  }
  const url = callUrl(baseUrl, operation.path, input, refuse);
  const body = prepareBody(operation, input.body, refuse);
  const subject = operation.subject
    ? subjectAt(operation.subject, input)
    : subjectOf(input.body, input.query, input.pathParams);
  return { url, body, subject };
}
