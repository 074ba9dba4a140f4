/** Emails are one whatever their case. */
export function emailKey(email: string): string {
  return email.toLowerCase();
}

/** Whether two emails are one. */
export function sameEmail(one: string, other: string): boolean {
  return one === other || emailKey(one) === emailKey(other);
}

const EMAIL = /^[^\s@,;:<>()[\]\\"]+@(?:[^\s@.,;:<>()[\]\\"]+\.)+[^\s@.,;:<>()[\]\\"]{2,}$/u;

/** RFC 5321: 254 characters is the longest address that can be delivered to. */
const MAX_EMAIL_LENGTH = 254;

/** Whether an address has the shape that Iterable accepts. */
export function isEmail(value: string): boolean {
  return value.length <= MAX_EMAIL_LENGTH && EMAIL.test(value);
}

/** 1 to 52 printable ASCII characters, the last not a space. */
const USER_ID = /^[\x20-\x7e]{0,51}[\x21-\x7e]$/;

/** Whether a user ID keeps the rules of the article "Project Types and Unique Identifiers". */
export function isUserId(value: string): boolean {
  return USER_ID.test(value);
}

const EVENT_ID = /^[A-Za-z0-9-]{1,512}$/;

/** Letters, digits and hyphens, 512 bytes at most: the article "Custom Events". */
export function isEventId(value: string): boolean {
  return EVENT_ID.test(value);
}
