import type { Redact } from '../reply/redactor.js';
import type { NetworkFailure } from '../retry/failure.js';

const DEEPEST = 6;

/**
 * What is worth telling of an error of the transport. Such errors hold the request with its headers,
 * sockets and buffers; only the name, message and system code of the innermost one are kept.
 */
export function networkFailure(error: unknown, secrets: Redact): NetworkFailure {
  const innermost = chain(error).at(-1);
  const systemCode = chain(error)
    .map(codeOf)
    .findLast((code) => code !== undefined);
  const said = innermost?.message || systemCode || 'no reason given';
  const cause = new Error(secrets(said).slice(0, 500));
  cause.name = innermost?.name ?? 'Error';
  cause.stack = `${cause.name}: ${cause.message}`;
  return { kind: 'network', cause, systemCode };
}

function chain(error: unknown): Error[] {
  const errors: Error[] = [];
  let each = error;
  while (each instanceof Error && errors.length < DEEPEST) {
    errors.push(each);
    each = each.cause;
  }
  return errors;
}

function codeOf(error: Error): string | undefined {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code.slice(0, 60) : undefined;
}
