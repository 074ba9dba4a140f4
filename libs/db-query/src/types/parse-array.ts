import pg from 'pg';
import type { Decoder } from './decoder.js';

/** What pg-types exports; its own declarations describe another shape. */
interface ArrayParser {
  create(source: string, transform: Decoder): { parse(): unknown[] };
}

const { arrayParser } = pg.types as unknown as { readonly arrayParser: ArrayParser };

/** A decoder of arrays, of any dimension, whose elements `decode` reads; NULL elements are `null`. */
export function arrayOf(decode: Decoder): Decoder {
  return (text) => arrayParser.create(text, decode).parse();
}
