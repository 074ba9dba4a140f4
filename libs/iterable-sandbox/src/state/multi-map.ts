/** Several values under a key, the first one found; a single value costs no array. */
export class MultiMap<V extends object> {
  readonly #values = new Map<string, V | V[]>();

  first(key: string): V | undefined {
    const found = this.#values.get(key);
    return Array.isArray(found) ? found[0] : found;
  }

  all(key: string): readonly V[] {
    const found = this.#values.get(key);
    return Array.isArray(found) ? [...found] : found === undefined ? [] : [found];
  }

  add(key: string, value: V): void {
    const found = this.#values.get(key);
    if (found === undefined) this.#values.set(key, value);
    else if (Array.isArray(found)) found.push(value);
    else this.#values.set(key, [found, value]);
  }

  remove(key: string, value: V): void {
    const found = this.#values.get(key);
    const rest = (Array.isArray(found) ? found : found ? [found] : []).filter((v) => v !== value);
    const [only] = rest;
    if (only === undefined) this.#values.delete(key);
    else this.#values.set(key, rest.length === 1 ? only : rest);
  }

  clear(): void {
    this.#values.clear();
  }
}
