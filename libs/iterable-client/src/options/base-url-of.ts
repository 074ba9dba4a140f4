import type { LocationOptions } from '../types/client-options.js';
import { resolveBaseUrl } from './base-url.js';
import { checkKeys } from './check-keys.js';

/**
 * The address to which a client with these options sends its requests, without a slash at its end. It is
 * for who wants to show or to check it before there are credentials.
 *
 * @throws TypeError on a wrong or unknown option, as the client itself does.
 * @example
 * import { baseUrlOf } from '@org/iterable-client';
 *
 * baseUrlOf({ dataCenter: 'eu' }); // 'https://api.eu.iterable.com'
 */
export function baseUrlOf(location: LocationOptions): string {
  checkKeys('location', location, ['dataCenter', 'baseUrl']);
  return resolveBaseUrl(location.dataCenter, location.baseUrl);
}
