/** An object without some of its keys. */
export function omit<V>(
  object: Readonly<Record<string, V>>,
  ...names: readonly string[]
): Record<string, V> {
  return Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)));
}
