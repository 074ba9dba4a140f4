import type { StoredUser } from './stored-user.js';

/** A profile as it was before a write that is still being processed. */
export interface PastProfile extends Pick<
  StoredUser,
  'email' | 'userId' | 'dataFields' | 'updatedAt'
> {
  /** The write shows from then on, in milliseconds since 1970. */
  readonly until: number;
  /** False where the write made the profile. */
  readonly existed: boolean;
}

/** Keeps what a profile is before it is written, where writes take time to show. */
export function rememberPast(
  user: StoredUser,
  { existed, at, delayMs }: { existed: boolean; at: number; delayMs: number },
): void {
  if (delayMs === 0) return;
  const { email, userId, dataFields, updatedAt } = user;
  const open = (user.past ?? []).filter(({ until }) => until > at);
  user.past = [...open, { email, userId, dataFields, updatedAt, existed, until: at + delayMs }];
}

/** The profile as the API shows it at a time; nothing where it does not show at all yet. */
export function visibleProfile(user: StoredUser, at: number): StoredUser | undefined {
  const past = user.past?.find(({ until }) => until > at);
  if (!past) return user;
  const { email, userId, dataFields, updatedAt } = past;
  return past.existed ? { ...user, email, userId, dataFields, updatedAt } : undefined;
}
