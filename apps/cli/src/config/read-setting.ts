import type { Settings } from './load-settings.js';

/** Reads single settings, and notes what is wrong with them instead of throwing. */
export class SettingReader {
  readonly #settings: Settings;
  readonly #problems: string[];

  constructor(settings: Settings, problems: string[]) {
    this.#settings = settings;
    this.#problems = problems;
  }

  text(name: string, fallback: string): string {
    return this.#settings[name] ?? fallback;
  }

  /** A whole number within bounds, both included. */
  wholeNumber(name: string, fallback: number, least: number, most: number): number {
    const given = this.#settings[name];
    if (given === undefined) return fallback;
    const value = Number(given);
    if (/^\d+$/.test(given.trim()) && value >= least && value <= most) return value;
    this.#problems.push(
      `${name} must be a whole number from ${String(least)} to ${String(most)}; found "${given}"`,
    );
    return fallback;
  }

  /** One of some words, whatever their case. */
  oneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const given = this.#settings[name];
    if (given === undefined) return undefined;
    const word = words.find((each) => each.toLowerCase() === given.trim().toLowerCase());
    if (word === undefined) {
      this.#problems.push(`${name} must be ${words.join(' or ')}; found "${given}"`);
    }
    return word;
  }
}
