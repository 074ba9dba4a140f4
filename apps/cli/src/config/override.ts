import { ALTERNATIVES } from './variables.js';

/** Settings with those of a later source on top. What it says in another way counts no longer. */
export function override<Value>(
  earlier: Readonly<Record<string, Value>>,
  later: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  const kept = { ...earlier };
  for (const ways of ALTERNATIVES) {
    const used = ways.findIndex((names) => names.some((name) => later[name] !== undefined));
    for (const name of used === -1 ? [] : ways.toSpliced(used, 1).flat()) delete kept[name];
  }
  return { ...kept, ...later };
}
