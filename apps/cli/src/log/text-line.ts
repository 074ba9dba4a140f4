import { printable } from '../screen/printable.js';
import { timestamp } from './timestamp.js';

interface Entry {
  readonly time: string;
  readonly logger: string;
  readonly level: string;
  readonly message: string;
}

/** A log entry as one line of text. */
export function textLine(json: string): string {
  const { time, logger, level, message } = JSON.parse(json) as Entry;
  return `${timestamp(new Date(time))} - ${logger} - ${level} - ${printable(message)}\n`;
}
