/**
 * Parts of a batch to be sent apart: without the suspects and the suspects, or else halves. Each part
 * is smaller than the whole, so splitting ends.
 */
export function splitBatch<Item>(
  items: readonly Item[],
  suspects: ReadonlySet<Item> = new Set<Item>(),
): Item[][] {
  const suspected = items.filter((item) => suspects.has(item));
  if (suspected.length > 0 && suspected.length < items.length) {
    return [items.filter((item) => !suspects.has(item)), suspected];
  }
  const middle = Math.ceil(items.length / 2);
  return [items.slice(0, middle), items.slice(middle)].filter((part) => part.length > 0);
}
