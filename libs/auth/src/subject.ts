/**
 * The user whom a request is about, named by exactly one identifier.
 *
 * The identifier stands in the token as it is here: Iterable compares the two texts, so an email
 * address is never trimmed and its case is never changed.
 */
export type Subject =
  | { readonly email: string; readonly userId?: never }
  | { readonly userId: string; readonly email?: never };
