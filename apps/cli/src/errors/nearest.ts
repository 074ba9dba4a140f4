import { closest, distance } from 'fastest-levenshtein';

/** The known name nearest to an unknown one, if it is near enough to be meant. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  const candidate = closest(name, known);
  return distance(name, candidate) <= Math.max(2, Math.floor(name.length / 4))
    ? candidate
    : undefined;
}
