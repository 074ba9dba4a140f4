/** More make a message that nobody reads. */
const MOST = 50;

/** A list for a message. */
export function listed(items: readonly string[]): string {
  const rest = items.length - MOST;
  const told = items.slice(0, MOST).join(', ');
  return rest > 0 ? `${told} and ${String(rest)} more` : told;
}
