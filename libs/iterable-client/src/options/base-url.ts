import { describe } from './check-keys.js';

/** Iterable's data centers (support.iterable.com 204795639). */
const DATA_CENTERS = {
  us: 'https://api.iterable.com',
  eu: 'https://api.eu.iterable.com',
} as const;

const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

/** The address to which paths are appended: without a slash at its end. */
export function resolveBaseUrl(dataCenter: unknown, baseUrl: unknown): string {
  if (dataCenter !== undefined && baseUrl !== undefined) {
    throw new TypeError('dataCenter and baseUrl were both given; give one of them.');
  }
  if (baseUrl !== undefined) return checkBaseUrl(baseUrl);
  const name = dataCenter === undefined ? 'us' : dataCenter;
  if (name === 'us' || name === 'eu') return DATA_CENTERS[name];
  const received = typeof name === 'string' ? JSON.stringify(name) : describe(name);
  throw new TypeError(`dataCenter must be "us" or "eu"; received ${received}.`);
}

/** Whether nobody on the way can read what is sent there. */
export const isSecure = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));

function checkBaseUrl(value: unknown): string {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  if (url === null) {
    throw new TypeError('baseUrl must be an absolute URL, such as "https://api.iterable.com".');
  }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
    throw new TypeError('baseUrl must not have credentials, a query or a fragment.');
  }
  if (!isSecure(url)) {
    throw new TypeError(
      `baseUrl must be https, or http on this machine (localhost, 127.0.0.1, [::1]), because every ` +
        `request carries the API key; received ${url.protocol}//${url.host}.`,
    );
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}
