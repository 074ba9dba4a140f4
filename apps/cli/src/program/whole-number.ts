import { InvalidArgumentError } from 'commander';

/** A parser of option values: whole numbers within bounds, both included. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(
      `It must be a whole number from ${String(least)} to ${String(most)}.`,
    );
  };
}
