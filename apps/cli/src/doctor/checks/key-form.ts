import { ok, warning, type Finding } from '../finding.js';

/** Whether a key looks as Iterable's do; that of a local Iterable may be anything. */
export function keyForm(apiKey: string, baseUrl: string | undefined): Finding {
  if (/^[0-9a-f]{32}$/i.test(apiKey)) return ok('such as Iterable makes them');
  if (baseUrl?.startsWith('http:')) return ok('one of a local Iterable');
  return warning(
    "it is not made of 32 hexadecimal digits, as Iterable's keys usually are",
    'copy the key again from where Iterable shows it',
  );
}
