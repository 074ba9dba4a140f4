import { jsonReady } from '../body/json-ready.js';
import { pathText, type ValuePath } from '../body/path-text.js';
import type { BatchItem } from './batch-item.js';

/** What stands around the records in a body. */
export interface BatchFrame {
  readonly before: string;
  readonly after: string;
  /** The bytes of both. */
  readonly bytes: number;
}

/** The frame of a body with a list of records and other fields, such as `createNewFields`. */
export function batchFrame(place: string, fields: Readonly<Record<string, unknown>>): BatchFrame {
  const others = JSON.stringify(jsonReady(fields, refuse)).slice(1);
  const before = `{${JSON.stringify(place)}:[`;
  const after = others === '}' ? ']}' : `],${others}`;
  return { before, after, bytes: Buffer.byteLength(before + after) };
}

/** The body of a request, joined from what was serialised before. */
export const batchBody = (frame: BatchFrame, items: readonly BatchItem[]): string =>
  frame.before + items.map(({ text }) => text).join(',') + frame.after;

/** The bytes of that body. */
export const batchBytes = (frame: BatchFrame, items: readonly BatchItem[]): number =>
  items.reduce((sum, { bytes }) => sum + bytes, frame.bytes + items.length - 1);

function refuse(path: ValuePath, problem: string): never {
  throw new TypeError(`${pathText(path)} ${problem}`);
}
