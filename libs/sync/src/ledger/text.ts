/** A private-use character: hardly ever in data, and harmless on a terminal. */
const MARK = '\uE000';
const ESCAPED = new RegExp(`${MARK}([0-9a-f]{4})`, 'g');

/**
 * Text that every database holds as it is. PostgreSQL has no U+0000, and half a surrogate pair becomes
 * U+FFFD in UTF-8, which would make one key of two.
 */
export function encodeText(text: string): string {
  if (text.isWellFormed() && !text.includes('\0') && !text.includes(MARK)) return text;
  return Array.from(text, (character) =>
    character === '\0' || character === MARK || !character.isWellFormed()
      ? MARK + character.charCodeAt(0).toString(16).padStart(4, '0')
      : character,
  ).join('');
}

/** The text that {@link encodeText} was given. */
export function decodeText(text: string): string {
  if (!text.includes(MARK)) return text;
  return text.replace(ESCAPED, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** What an index takes: PostgreSQL allows 2,704 bytes, of which three make a character. */
const LONGEST = 512;

/** A key as the unique index holds it: an encoded text is never followed by anything but hex digits. */
export function indexedKey(encoded: string, sha256: (text: string) => string): string {
  return encoded.length <= LONGEST ? encoded : `${MARK}#${sha256(encoded)}`;
}
