import { closestMatch } from 'leven';

/**
 * The known name that was surely meant, whatever the case: it differs in half the letters of a short name
 * at most, in a third of a long one; or it has `name` as a part, as `lifetimeSeconds` has `lifetime`.
 */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = name.toLowerCase();
  const names = new Map(known.map((each) => [each.toLowerCase(), each]));
  const candidates = [...names.keys()];
  const maxDistance = Math.ceil(Math.max(Math.min(3, wanted.length / 2), wanted.length / 3));
  const nearest =
    closestMatch(wanted, candidates, { maxDistance }) ??
    candidates.find((each) => wanted.length > 2 && each.includes(wanted));
  return nearest && names.get(nearest);
}
