import { IterableConfigurationError } from '../errors/iterable-configuration-error.js';
import { isRecord } from '../reply/is-record.js';

const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;
const HEADER_VALUE = /^[\t\x20-\x7e]*$/;

/** Headers that are ours to set; an authenticator's are passed over. */
const RESERVED: ReadonlySet<string> = new Set([
  'accept',
  'content-type',
  'content-length',
  'host',
  'user-agent',
]);

/**
 * An authenticator's headers, checked. `fetch` would refuse a wrong one with an error that quotes it,
 * and it is a secret.
 */
export function checkAuthHeaders(
  operation: string,
  attempts: number,
  given: unknown,
): Record<string, string> {
  const refuse = (problem: string): never => {
    throw new IterableConfigurationError(
      `${operation}: the authenticator ${problem}. Nothing was sent.`,
      { operation, attempts, retryable: false, effect: 'none' },
    );
  };
  if (!isRecord(given)) return refuse('did not give an object of headers');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    if (!HEADER_NAME.test(name)) refuse('gave a header whose name is not one');
    if (typeof value !== 'string' || !HEADER_VALUE.test(value)) {
      refuse(`gave the header "${name}" a value that is not printable ASCII`);
      continue;
    }
    if (!RESERVED.has(name.toLowerCase())) headers[name.toLowerCase()] = value;
  }
  return headers;
}

/** The parts of headers that must never be told: whole values, and tokens behind a scheme. */
export const secretsOf = (headers: Readonly<Record<string, string>>): string[] =>
  Object.values(headers).flatMap((value) => [value, ...value.split(' ').slice(1)]);
