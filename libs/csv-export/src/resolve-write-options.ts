import { Writable } from 'node:stream';
import { checkChoice, checkKind, checkOptionNames, typeName } from './check-options.js';
import type { WriteCsvOptions } from './csv-options.js';
import type { Existing } from './publish.js';
import {
  FORMAT_OPTION_NAMES,
  resolveFormatOptions,
  type ResolvedFormat,
} from './resolve-format-options.js';

const OPTION_NAMES = [...FORMAT_OPTION_NAMES, 'existing', 'gzip', 'endStream'];

/** Every option of writing, checked. */
export interface ResolvedWriting {
  readonly format: ResolvedFormat;
  readonly existing: Existing;
  readonly gzip: boolean;
  readonly endStream: boolean;
  readonly signal: AbortSignal | undefined;
}

/** @throws TypeError naming the first argument or option that cannot be used. */
export function resolveWriteOptions<Row extends object>(
  destination: string | Writable,
  options: WriteCsvOptions<Row>,
): ResolvedWriting {
  checkOptionNames('writeCsv', options, OPTION_NAMES);
  checkDestination(destination);
  const isPath = typeof destination === 'string';
  refuseFor(isPath, 'endStream', options.endStream, 'a stream');
  refuseFor(!isPath, 'existing', options.existing, 'a path');
  const {
    existing = 'refuse',
    gzip = isPath && /\.gz$/i.test(destination),
    endStream = destination !== process.stdout && destination !== process.stderr,
    signal,
  } = options;
  checkChoice('writeCsv: existing', existing, ['refuse', 'replace', 'suffix']);
  checkKind('writeCsv: gzip', gzip, 'boolean');
  checkKind('writeCsv: endStream', endStream, 'boolean');
  const format = resolveFormatOptions('writeCsv', options);
  return Object.freeze({ format, existing, gzip, endStream, signal });
}

function checkDestination(destination: unknown): void {
  if (destination === '') {
    throw new TypeError('writeCsv: destination must not be an empty path.');
  }
  if (typeof destination === 'string' || destination instanceof Writable) return;
  throw new TypeError(
    `writeCsv: destination must be a path or a node:stream Writable; received ${typeName(destination)}.`,
  );
}

function refuseFor(isWrong: boolean, option: string, value: unknown, kind: string): void {
  if (!isWrong || value === undefined) return;
  throw new TypeError(`writeCsv: ${option} goes only with ${kind} as the destination.`);
}
