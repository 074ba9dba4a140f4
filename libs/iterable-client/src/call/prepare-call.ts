import type { ValuePath } from '../body/path-text.js';
import { pathText } from '../body/path-text.js';
import { prepareBody } from '../body/prepare-body.js';
import { subjectOf } from '../body/subject-of.js';
import { IterableInputError } from '../errors/iterable-input-error.js';
import type { Operation } from '../operations/operation.js';
import type { RequestOptions } from '../types/request-options.js';
import type { Subject } from '../types/subject.js';
import { callUrl } from './call-url.js';

/** The parameters of a call. */
export type CallInput = Pick<RequestOptions, 'pathParams' | 'query'> & { readonly body?: unknown };

/** What stays the same over all attempts of a call. */
export interface PreparedCall {
  readonly url: string;
  readonly body: string | undefined;
  readonly subject: Subject | undefined;
}

/** Makes address, body and subject once per call; refuses what cannot be sent. */
export function prepareCall(baseUrl: string, operation: Operation, input: CallInput): PreparedCall {
  const refuse = (path: ValuePath, problem: string): never => {
    throw new IterableInputError(operation.name, pathText(path), problem);
  };
  const url = callUrl(baseUrl, operation.path, input, refuse);
  const needsBody = operation.identified !== undefined || operation.events !== undefined;
  const body =
    input.body === undefined && !needsBody ? undefined : prepareBody(operation, input.body, refuse);
  return { url, body, subject: subjectOf(input.body, input.query, input.pathParams) };
}
