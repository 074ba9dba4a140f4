/** Ids to a chunk; a chunk takes 4 kB. */
const CHUNK = 32_768;

/** A set of whole numbers from 0 on, which takes a bit for each: 1 MB holds eight million. */
export class IdSet {
  readonly #chunks = new Map<number, Uint32Array>();
  #size = 0;

  /** How many ids it holds. */
  get size(): number {
    return this.#size;
  }

  /** Whether it holds an id. */
  has(id: number): boolean {
    const word = this.#chunks.get(Math.floor(id / CHUNK))?.[(id % CHUNK) >>> 5] ?? 0;
    return (word & (1 << (id % 32))) !== 0;
  }

  /** Adds an id; gives whether it is new. */
  add(id: number): boolean {
    if (this.has(id)) return false;
    const place = Math.floor(id / CHUNK);
    let chunk = this.#chunks.get(place);
    if (!chunk) this.#chunks.set(place, (chunk = new Uint32Array(CHUNK / 32)));
    const index = (id % CHUNK) >>> 5;
    chunk[index] = (chunk[index] ?? 0) | (1 << (id % 32));
    this.#size += 1;
    return true;
  }
}
