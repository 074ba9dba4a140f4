interface Place<Value> {
  readonly value: Value;
  before: Place<Value> | undefined;
  after: Place<Value> | undefined;
}

/**
 * Values in the order they came; any of them may leave. Each step takes the same time however many
 * there are, which a `Set` does not give: its first value is searched behind all that have left.
 */
export class LinkedLine<Value> {
  readonly #places = new Map<Value, Place<Value>>();
  #first: Place<Value> | undefined;
  #last: Place<Value> | undefined;

  get size(): number {
    return this.#places.size;
  }

  get first(): Value | undefined {
    return this.#first?.value;
  }

  push(value: Value): void {
    const place: Place<Value> = { value, before: this.#last, after: undefined };
    if (this.#last) this.#last.after = place;
    else this.#first = place;
    this.#last = place;
    this.#places.set(value, place);
  }

  /** Whether it was there. */
  delete(value: Value): boolean {
    const place = this.#places.get(value);
    if (place === undefined) return false;
    this.#places.delete(value);
    if (place.before) place.before.after = place.after;
    else this.#first = place.after;
    if (place.after) place.after.before = place.before;
    else this.#last = place.before;
    return true;
  }

  /** All of them; the one at hand may leave. */
  *[Symbol.iterator](): Generator<Value, void> {
    for (let place = this.#first; place !== undefined; place = place.after) yield place.value;
  }
}
