import type { Settings } from './load-settings.js';
import { VARIABLES } from './variables.js';

/** Reads single settings, and notes what is wrong with them instead of throwing: then the default counts. */
export class SettingReader {
  readonly #settings: Settings;
  readonly #problems: string[];

  constructor(settings: Settings, problems: string[]) {
    this.#settings = settings;
    this.#problems = problems;
  }

  text(name: string): string {
    return this.#settings[name] ?? defaultOf(name);
  }

  /** A whole number within bounds, both included. */
  wholeNumber(name: string, least: number, most: number): number {
    const given = this.text(name);
    const value = Number(given);
    if (/^\d+$/.test(given.trim()) && value >= least && value <= most) return value;
    this.#problems.push(
      `${name} must be a whole number from ${String(least)} to ${String(most)}; found "${given}"`,
    );
    return Number(defaultOf(name));
  }

  /** One of some words, whatever their case. */
  oneOf<const Word extends string>(name: string, words: readonly Word[]): Word {
    const given = this.text(name);
    const wordOf = (text: string): Word | undefined =>
      words.find((each) => each.toLowerCase() === text.trim().toLowerCase());
    const word = wordOf(given);
    if (word !== undefined) return word;
    this.#problems.push(`${name} must be ${words.join(' or ')}; found "${given}"`);
    return wordOf(defaultOf(name)) ?? missing(name);
  }
}

function defaultOf(name: string): string {
  return VARIABLES[name]?.default ?? missing(name);
}

function missing(name: string): never {
  throw new Error(`${name} has no default that could be read`);
}
