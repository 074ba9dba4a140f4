const LONGEST = 80;

/** A field's name as messages show it: quoted, and cut where it is very long. */
export function fieldLabel(path: string): string {
  return JSON.stringify(path.length > LONGEST ? `${path.slice(0, LONGEST)}…` : path);
}
