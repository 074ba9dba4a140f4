import { arrayOf } from './parse-array.js';
import type { Decoder } from './decoder.js';
import { parseJson } from './parse-json.js';
import { parseTimestamptz } from './parse-timestamptz.js';

const asText: Decoder = (text) => text;
const asBytes: Decoder = (text) => Buffer.from(text.slice(2), 'hex');

/** Types that aren't text: OID, OID of the array type, decoder. OIDs below 16384 never change. */
const DECODED: readonly (readonly [type: number, array: number, decode: Decoder])[] = [
  [16, 1000, (text) => text === 't'], // bool
  [17, 1001, asBytes], // bytea
  [20, 1016, BigInt], // int8
  [21, 1005, Number], // int2
  [23, 1007, Number], // int4
  [26, 1028, Number], // oid
  [700, 1021, Number], // float4
  [701, 1022, Number], // float8
  [114, 199, parseJson], // json
  [3802, 3807, parseJson], // jsonb
  [1184, 1185, parseTimestamptz], // timestamptz
];

/** Array types whose elements stay text. */
const TEXT_ARRAYS: readonly number[] = [
  1002, // "char"
  1003, // name
  1009, // text
  1014, // char(n)
  1015, // varchar
  1231, // numeric
  791, // money
  2951, // uuid
  1182, // date
  1183, // time
  1270, // timetz
  1115, // timestamp
  1187, // interval
  1040, // macaddr
  775, // macaddr8
  1041, // inet
  651, // cidr
  1561, // bit
  1563, // varbit
  143, // xml
  4073, // jsonpath
];

/** `json` and `jsonb`. */
const JSON_TYPES: readonly number[] = [114, 3802];

/** Decoders of PostgreSQL's own types that hold a single value, by OID. */
export const FLAT_DECODERS: ReadonlyMap<number, Decoder> = new Map(
  DECODED.flatMap(([type, , decode]) =>
    JSON_TYPES.includes(type) ? [] : [[type, decode] as const],
  ),
);

/** Decoders of PostgreSQL's own types, by OID. What is not here is text. */
export const BUILTIN_DECODERS: ReadonlyMap<number, Decoder> = new Map([
  ...DECODED.map(([type, , decode]): [number, Decoder] => [type, decode]),
  ...DECODED.map(([, array, decode]): [number, Decoder] => [array, arrayOf(decode)]),
  ...TEXT_ARRAYS.map((array): [number, Decoder] => [array, arrayOf(asText)]),
]);

/** PostgreSQL gives OIDs from here on to types that users create. */
export const FIRST_USER_OID = 16_384;

/** What node-postgres asks of a type registry, so that a pool needn't use the global one. */
export const TYPE_PARSERS = {
  getTypeParser: (oid: number): Decoder => BUILTIN_DECODERS.get(oid) ?? asText,
};
