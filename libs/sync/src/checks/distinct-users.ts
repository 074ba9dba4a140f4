import { getRandomValues } from 'node:crypto';
import { halfSipHash, type HashKey } from '../half-sip-hash.js';
import type { CallFailure } from '../outcome.js';
import { refusedFor } from './problem.js';

/** Two numbers of 32 bits for the identity and two for the profile. */
const NUMBERS_PER_USER = 4;
const LEAST_USERS = 1024;
/** Beyond it, looking for a free place takes ever longer. */
const FULLEST = 0.8;

/**
 * Tells whether a user comes up again in a run with another profile: then the rows contradict each
 * other, and whichever is sent last would win. Keeps 64 bits of the hash of each identity and of its
 * first profile, 20 to 40 bytes a user in all; among two million users, two are taken for one with a
 * probability of one in ten million.
 */
export class DistinctUsers {
  readonly #key = randomKey();
  readonly #halves = new Uint32Array(2);
  #table: Uint32Array<ArrayBuffer>;
  #size = 0;

  constructor() {
    this.#table = new Uint32Array(LEAST_USERS * NUMBERS_PER_USER);
  }

  /** How many users have been entered. */
  get size(): number {
    return this.#size;
  }

  /** Bytes that the table takes. */
  get bytes(): number {
    return this.#table.byteLength;
  }

  /**
   * Enters a user's profile.
   *
   * @param identity as `MappedRow.identities` has it, `email:…` or `userId:…`; emails are compared
   * without case
   * @param profileHash any text that stands for the content of the profile
   * @returns `new` for a user who was not entered before, `same` and `different` for one whose first
   * profile was this one or another
   */
  enter(identity: string, profileHash: string): 'new' | 'same' | 'different' {
    const folded = identity.startsWith('email:') ? identity.toLowerCase() : identity;
    const high = this.#hash(folded);
    // Zero marks a free place.
    const low = this.#low || 1;
    const first = this.#hash(profileHash);
    const second = this.#low;
    const table = this.#table;
    const place = placeOf(table, high, low);
    if (table[place + 1] === 0) {
      table[place] = high;
      table[place + 1] = low;
      table[place + 2] = first;
      table[place + 3] = second;
      this.#size += 1;
      if (this.#size * NUMBERS_PER_USER > table.length * FULLEST) this.#grow();
      return 'new';
    }
    return table[place + 2] === first && table[place + 3] === second ? 'same' : 'different';
  }

  /** One half of a text's hash; the other is kept. */
  #hash(text: string): number {
    halfSipHash(text, this.#key, this.#halves);
    return this.#halves[1] ?? 0;
  }

  get #low(): number {
    return this.#halves[0] ?? 0;
  }

  #grow(): void {
    const old = this.#table;
    const table = new Uint32Array(old.length * 2);
    for (let from = 0; from < old.length; from += NUMBERS_PER_USER) {
      const high = old[from] ?? 0;
      const low = old[from + 1] ?? 0;
      if (low === 0) continue;
      table.set(old.subarray(from, from + NUMBERS_PER_USER), placeOf(table, high, low));
    }
    this.#table = table;
  }
}

/** The refusal of a profile that `enter` calls `different`. */
export const duplicateUser: CallFailure = Object.freeze({
  ...(refusedFor([
    {
      code: 'DUPLICATE_USER',
      text: 'an earlier row has a different profile for the same user, and only one can be right: let the query return one row for each user',
    },
  ]) as CallFailure),
});

/** Where the user stands in the table, or would: each tries its places one after another. */
function placeOf(table: Uint32Array, high: number, low: number): number {
  const mask = table.length - 1;
  let place = (low * NUMBERS_PER_USER) & mask;
  while (table[place + 1] !== 0 && (table[place] !== high || table[place + 1] !== low)) {
    place = (place + NUMBERS_PER_USER) & mask;
  }
  return place;
}

/** Of each run its own: nobody can make up two users that are taken for one. */
function randomKey(): HashKey {
  const [low = 0, high = 0] = getRandomValues(new Uint32Array(2));
  return { low, high };
}
