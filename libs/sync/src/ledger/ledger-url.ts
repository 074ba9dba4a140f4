/** Where a ledger is. */
export type LedgerPlace =
  | { readonly kind: 'memory' }
  | { readonly kind: 'sqlite'; readonly path: string }
  | { readonly kind: 'postgres'; readonly url: string };

const FORMS = 'sqlite:PATH, sqlite::memory: or postgres://USER:PASSWORD@HOST/DATABASE';

/**
 * Reads a ledger's URL. What it says about a wrong one never repeats it: there may be a password in it.
 *
 * @throws TypeError when it is none of the known forms
 */
export function parseLedgerUrl(url: unknown): LedgerPlace {
  if (typeof url !== 'string') {
    throw new TypeError(`openLedger: url must be text (${FORMS}); received ${typeof url}`);
  }
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  const rest = url.slice((scheme?.length ?? 0) + 1);
  switch (scheme) {
    case 'sqlite':
      return rest === ':memory:' ? { kind: 'memory' } : { kind: 'sqlite', path: pathOf(rest) };
    case 'postgres':
    case 'postgresql':
      if (!URL.canParse(url)) throw new TypeError(`openLedger: url is not a valid ${scheme} URL`);
      return { kind: 'postgres', url };
    case undefined:
      throw new TypeError(`openLedger: url has no scheme; give ${FORMS}`);
    default:
      throw new TypeError(
        `openLedger: url begins with ${scheme}:, which is unknown; give ${FORMS}`,
      );
  }
}

function pathOf(rest: string): string {
  if (/^\/\/(?!\/)/.test(rest)) {
    throw new TypeError(
      'openLedger: url has two slashes after sqlite:, as if a host came next; give sqlite:relative/path or sqlite:/absolute/path',
    );
  }
  if (rest === '') throw new TypeError('openLedger: url has no path after sqlite:');
  if (rest.includes('\0')) throw new TypeError('openLedger: url has a NUL in its path');
  return rest;
}
