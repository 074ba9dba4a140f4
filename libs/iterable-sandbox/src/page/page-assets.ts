import type { Reply } from '../http/reply.js';
import { pageHtml } from './page-html.js';
import { pageScript } from './page-script.js';
import { pageStyle } from './page-style.js';

/** Only what this server sends runs or loads; nothing is sent anywhere else; nobody frames it. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

function asset(type: string, body: string): Reply {
  return { status: 200, body, headers: { ...HEADERS, 'content-type': `${type}; charset=utf-8` } };
}

/** The files of the page by path. */
export const pageAssets: ReadonlyMap<string, Reply> = new Map([
  ['/', asset('text/html', pageHtml)],
  ['/_sandbox/page.css', asset('text/css', pageStyle)],
  ['/_sandbox/page.js', asset('text/javascript', pageScript)],
]);
