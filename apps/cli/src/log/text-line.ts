import { timestamp } from './timestamp.js';

interface Entry {
  readonly time: string;
  readonly logger: string;
  readonly level: string;
  readonly message: string;
}

/** A log entry as a line of text; a message that spans lines stays one entry. */
export function textLine(json: string): string {
  const { time, logger, level, message } = JSON.parse(json) as Entry;
  const oneLine = message.replaceAll(/\r?\n/g, ' ⏎ ');
  return `${timestamp(new Date(time))} - ${logger} - ${level} - ${oneLine}\n`;
}
