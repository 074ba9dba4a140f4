/**
 * What a cell must not begin with where a spreadsheet opens it.
 *
 * Source: OWASP, "CSV Injection" (https://owasp.org/www-community/attacks/CSV_Injection), with the wide
 * forms that some locales take for the plain ones, and NUL from OWASP ASVS 5.0, 1.2.10.
 */
const OPENINGS: ReadonlySet<string> = new Set([
  ...['=', '+', '-', '@'],
  ...['\t', '\r', '\n', '\0'],
  ...['\uff1d', '\uff0b', '\uff0d', '\uff20'],
]);

const NEGATIVE_NUMBER = /^-(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;

/** Whether a spreadsheet would take this text for a formula. Texts that are negative numbers are none. */
export function isFormula(text: string): boolean {
  // Almost every text begins with a letter or a digit.
  const first = text.charCodeAt(0);
  if (!(first < 0x30 || first === 0x3d || first === 0x40 || first >= 0xff0b)) return false;
  return OPENINGS.has(text.charAt(0)) && !NEGATIVE_NUMBER.test(text);
}
