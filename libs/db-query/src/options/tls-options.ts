/**
 * How the connection is encrypted, in libpq's terms.
 *
 * - `disable`: in clear.
 * - `require`: encrypted; anybody's certificate will do. With a `ca` it is `verify-ca`, as in libpq.
 * - `verify-ca`: the certificate must be issued by `ca`; the host name isn't compared.
 * - `verify-full`: the certificate must be issued by `ca`, or by an authority that Node trusts, and
 *   be for this host.
 *
 * libpq's `allow` and `prefer` don't exist here: they go on in clear without a word.
 */
export type TlsOptions =
  | { readonly mode: 'disable' }
  | {
      readonly mode: 'require' | 'verify-full';
      /** Certificates of the authorities, PEM. */
      readonly ca?: string;
    }
  | {
      readonly mode: 'verify-ca';
      /** Certificates of the authorities, PEM. */
      readonly ca: string;
    };

/** The names of the modes, for messages and checks. */
export const TLS_MODES: readonly TlsOptions['mode'][] = [
  'disable',
  'require',
  'verify-ca',
  'verify-full',
];
