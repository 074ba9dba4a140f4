/** What identifies a user. */
export type IdentifierKind = 'email' | 'userId';

/** Makes identifiers comparable: Iterable's addresses have no case, its user ids do. */
export const userKey = (kind: IdentifierKind, identifier: string): string =>
  kind === 'email' ? `email ${identifier.toLowerCase()}` : `userId ${identifier}`;
