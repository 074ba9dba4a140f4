import type { Writable } from 'node:stream';
import { checkOptionNames } from './check-options.js';
import type { WriteCsvOptions } from './csv-options.js';
import {
  DESTINATION_OPTION_NAMES,
  type ResolvedDestination,
  resolveDestinationOptions,
} from './resolve-destination-options.js';
import {
  FORMAT_OPTION_NAMES,
  resolveFormatOptions,
  type ResolvedFormat,
} from './resolve-format-options.js';

const OPTION_NAMES = [...new Set([...FORMAT_OPTION_NAMES, ...DESTINATION_OPTION_NAMES])];

/** Every option of writing rows, checked. */
export interface ResolvedWriting extends ResolvedDestination {
  readonly format: ResolvedFormat;
}

/** @throws TypeError naming the first argument or option that cannot be used. */
export function resolveWriteOptions<Row extends object>(
  destination: string | Writable,
  options: WriteCsvOptions<Row>,
): ResolvedWriting {
  checkOptionNames('writeCsv', options, OPTION_NAMES);
  const writing = resolveDestinationOptions('writeCsv', destination, options);
  const format = resolveFormatOptions('writeCsv', options);
  return Object.freeze({ ...writing, format });
}
