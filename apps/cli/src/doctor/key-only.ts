import type { Authenticator } from '@org/iterable-client';

/** Authenticates with the API key alone, in either mode; without a key, with nothing. */
export function keyOnly(apiKey: string | undefined): Authenticator {
  const headers = apiKey === undefined ? {} : { 'Api-Key': apiKey };
  return { method: 'api-key', headers: () => headers };
}
