import type { CallContext } from '../call/call-context.js';
import type { PreparedCall } from '../call/prepare-call.js';
import { IterableInputError } from '../errors/iterable-input-error.js';
import type { Operation } from '../operations/operation.js';
import { isSecure } from '../options/base-url.js';
import { isRecord } from '../reply/is-record.js';
import type { CallOptions } from '../types/call-options.js';
import { iterable } from './iterable.js';
import { streamCall } from './stream-call.js';

const FILE: Operation = {
  name: 'export/file',
  method: 'GET',
  path: '/export/file',
  repeatable: 'yes',
  reply: 'text',
};

/** A file at an address that carries its own permission. */
export function fileStream(
  context: CallContext,
  stream: NonNullable<Operation['stream']>,
  file: unknown,
  options: CallOptions | undefined,
): AsyncIterable<unknown> {
  const prepare = (): PreparedCall => prepareFile(file);
  return iterable(() => streamCall(context, { ...FILE, stream }, () => ({ prepare, options })));
}

function prepareFile(file: unknown): PreparedCall {
  const address = isRecord(file) ? file['url'] : undefined;
  const url = typeof address === 'string' ? URL.parse(address) : null;
  if (url === null || !isSecure(url)) {
    throw new IterableInputError(FILE.name, 'file.url', 'must be an https address');
  }
  return {
    url: url.href,
    body: undefined,
    subject: undefined,
    foreign: true,
    secrets: secretsOf(url),
  };
}

/** The permission: a storage that refuses it may quote parts of it, and a part of a part. */
function secretsOf({ href, search, searchParams }: URL): string[] {
  const values = [...searchParams.values()];
  const pieces = values.flatMap((value) => [value, encodeURIComponent(value), ...value.split('/')]);
  // Dates and names of regions are no secrets, and too short to be one.
  return [href, search, ...pieces.filter((piece) => piece.length >= 16)];
}
