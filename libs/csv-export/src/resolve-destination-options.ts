import { Writable } from 'node:stream';
import { checkChoice, checkKind, typeName } from './check-options.js';
import type { DestinationOptions } from './csv-options.js';
import type { Existing } from './publish.js';

/** The names of the options about where it goes. */
export const DESTINATION_OPTION_NAMES: readonly string[] = Object.keys({
  existing: true,
  gzip: true,
  endStream: true,
  signal: true,
} satisfies Record<keyof DestinationOptions, true>);

/** Every option about where it goes, checked. */
export interface ResolvedDestination {
  readonly existing: Existing;
  readonly gzip: boolean;
  readonly endStream: boolean;
  readonly signal: AbortSignal | undefined;
}

/**
 * @param caller - Whose options they are, for messages.
 * @throws TypeError naming the first argument or option that cannot be used.
 */
export function resolveDestinationOptions(
  caller: string,
  destination: string | Writable,
  options: DestinationOptions,
): ResolvedDestination {
  checkDestination(caller, destination);
  const isPath = typeof destination === 'string';
  refuseFor(isPath, `${caller}: endStream`, options.endStream, 'a stream');
  refuseFor(!isPath, `${caller}: existing`, options.existing, 'a path');
  const {
    existing = 'refuse',
    gzip = isPath && /\.gz$/i.test(destination),
    endStream = destination !== process.stdout && destination !== process.stderr,
    signal,
  } = options;
  checkChoice(`${caller}: existing`, existing, ['refuse', 'replace', 'suffix']);
  checkKind(`${caller}: gzip`, gzip, 'boolean');
  checkKind(`${caller}: endStream`, endStream, 'boolean');
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw new TypeError(`${caller}: signal must be an AbortSignal; received ${typeName(signal)}.`);
  }
  return Object.freeze({ existing, gzip, endStream, signal });
}

function checkDestination(caller: string, destination: unknown): void {
  if (destination === '') {
    throw new TypeError(`${caller}: destination must not be an empty path.`);
  }
  if (typeof destination === 'string' || destination instanceof Writable) return;
  throw new TypeError(
    `${caller}: destination must be a path or a node:stream Writable; received ${typeName(destination)}.`,
  );
}

function refuseFor(isWrong: boolean, option: string, value: unknown, kind: string): void {
  if (!isWrong || value === undefined) return;
  throw new TypeError(`${option} goes only with ${kind} as the destination.`);
}
