import { closestMatch } from 'leven';

/**
 * The known name that was surely meant, whatever the case: it differs in half the letters of a short name
 * at most, in a third of a long one.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  const names = known.map((each) => each.toLowerCase());
  const maxDistance = Math.ceil(Math.max(Math.min(3, wanted.length / 2), wanted.length / 3));
  return known[names.indexOf(closestMatch(wanted, names, { maxDistance }) ?? '')];
}
