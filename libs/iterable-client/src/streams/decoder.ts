import type { Operation } from '../operations/operation.js';
import { isHtml } from '../reply/describe-text.js';
import { isRecord } from '../reply/is-record.js';
import { parseJson } from '../reply/parse-json.js';
import { reportedFailure } from '../reply/reported-failure.js';
import { LineSplitter } from './line-splitter.js';

/** A reply that is not what was asked for: what is wrong with it, or the failure it reports. */
export type BadStream = { readonly problem: string } | { readonly reported: string };

/** Items that were found, or what is wrong; items before what is wrong are good. */
export interface Decoded {
  readonly items: readonly unknown[];
  readonly bad?: BadStream;
}

/** Turns pieces of bytes into items. */
export interface Decoder {
  push(bytes: Uint8Array): Decoded;
  end(): Decoded;
}

/** A decoder for what an operation streams. */
export function decoderOf(stream: NonNullable<Operation['stream']>): Decoder {
  if (stream === 'bytes') {
    return { push: (bytes) => ({ items: [bytes] }), end: () => ({ items: [] }) };
  }
  return lineDecoder(stream === 'lines' ? textItem : jsonItem);
}

type Item = { readonly item: unknown } | BadStream;

function lineDecoder(itemOf: (line: string, number: number) => Item): Decoder {
  const splitter = new LineSplitter();
  let number = 0;
  const decode = (lines: readonly string[] | undefined): Decoded => {
    if (lines === undefined) return { items: [], bad: { problem: 'a line without an end' } };
    const items: unknown[] = [];
    for (const line of lines) {
      number += 1;
      const found = itemOf(line, number);
      if (!('item' in found)) return { items, bad: found };
      items.push(found.item);
    }
    return { items };
  };
  return {
    push: (bytes) => decode(splitter.push(bytes)),
    end: () => decode(splitter.end()),
  };
}

function textItem(line: string, number: number): Item {
  return (number === 1 ? badStart(line) : undefined) ?? { item: line };
}

function jsonItem(line: string, number: number): Item {
  const bad = number === 1 ? badStart(line) : undefined;
  if (bad !== undefined) return bad;
  const item = parseJson(line)?.json;
  return isRecord(item) ? { item } : { problem: `line ${number}, which is no JSON object` };
}

const ENVELOPE: ReadonlySet<string> = new Set([
  'code',
  'msg',
  'params',
  'error',
  'message',
  'data',
]);

/** A reply that begins as a page for people, or as an envelope that reports a failure. */
function badStart(line: string): BadStream | undefined {
  if (isHtml(line)) return { problem: 'an HTML page' };
  if (!line.startsWith('{')) return undefined;
  const json = parseJson(line)?.json;
  // An exported record may have a code and a message among its own fields.
  if (!isRecord(json) || !Object.keys(json).every((key) => ENVELOPE.has(key))) return undefined;
  return reportedFailure(json) === undefined ? undefined : { reported: line };
}
