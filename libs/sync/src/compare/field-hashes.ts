import { canonical } from '../canonical.js';
import type { EventPayload, UserPayload } from '../define-sync.js';
import { halfSipHash, type HashKey } from '../half-sip-hash.js';
import type { MappedRow } from '../map-row.js';

/** Known to all, and the same for ever: the hashes are kept, and compared within one row only. */
const KEY: HashKey = { low: 0x6669656c, high: 0x64732e31 };
/** 36 bits. */
const LENGTH = 6;

/** A hash for each field of a row's payloads, one after another. */
export function fieldHashes(row: MappedRow): string {
  let hashes = '';
  eachField(row, (name, value) => {
    hashes += fieldHash(name, value);
  });
  return hashes;
}

/**
 * The fields of a row whose hashes are not among those of an earlier sending. A field that has
 * vanished leaves no name behind, so it is not told here.
 */
export function changedFields(row: MappedRow, before: string): string[] {
  const known = new Set<string>();
  for (let at = 0; at < before.length; at += LENGTH) known.add(before.slice(at, at + LENGTH));
  const changed: string[] = [];
  eachField(row, (name, value) => {
    if (!known.has(fieldHash(name, value))) changed.push(name);
  });
  return changed;
}

function fieldHash(name: string, value: unknown): string {
  halfSipHash(`${name}=${canonical(value)}`, KEY, HALVES);
  const low = HALVES[0] ?? 0;
  return pair(low) + pair(low >>> PAIR_BITS) + pair(HALVES[1] ?? 0);
}

const HALVES = new Uint32Array(2);
const PAIR_BITS = 12;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const PAIRS = Array.from({ length: 1 << PAIR_BITS }, (_, bits) =>
  [bits >>> 6, bits & 63].map((digit) => DIGITS[digit]).join(''),
);

/** Twelve bits as two digits to the base of 64. */
const pair = (bits: number): string => PAIRS[bits & (PAIRS.length - 1)] ?? '';

type TakeField = (name: string, value: unknown) => void;

/** `user.email`, `user.dataFields.plan`, `event.eventName`, … An event's id says nothing by itself. */
function eachField({ user, event }: MappedRow, take: TakeField): void {
  if (user) eachOf(user, 'user.', take);
  if (event) eachOf(event, 'event.', take);
}

function eachOf(payload: UserPayload | EventPayload, part: string, take: TakeField): void {
  const { dataFields = {}, ...rest } = { ...payload, id: undefined };
  eachEntry(rest, part, take);
  eachEntry(dataFields, `${part}dataFields.`, take);
}

function eachEntry(fields: object, prefix: string, take: TakeField): void {
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) take(prefix + name, value);
  }
}
