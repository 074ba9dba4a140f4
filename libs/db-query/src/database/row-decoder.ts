import { BUILTIN_DECODERS, FIRST_USER_OID, FLAT_DECODERS } from '../types/builtin-decoders.js';
import type { Decoder } from '../types/decoder.js';
import { ELEMENT_TYPES_SQL, userArrayDecoders } from '../types/user-type-decoders.js';
import type { Field, RawRow } from './round-trip.js';
import type { Session } from './session.js';
import type { Nested } from './stream-options.js';

/** Makes an object of a row's texts. */
export type RowDecoder = (raw: RawRow) => Record<string, unknown>;

/** A decoder of the rows of a result; asks the server about types that users made. */
export async function rowDecoder(
  session: Session,
  fields: readonly Field[],
  nested: Nested,
): Promise<RowDecoder> {
  const decoders =
    nested === 'text'
      ? FLAT_DECODERS
      : new Map([...(await ownTypes(session, fields)), ...BUILTIN_DECODERS]);
  const columns = fields.map(({ name, dataTypeID }) => ({
    name,
    decode: decoders.get(dataTypeID),
  }));
  // Own properties from the start, so that a column named __proto__ is one too.
  const template: Record<string, unknown> = Object.fromEntries(
    columns.map(({ name }) => [name, null]),
  );
  return (raw) => {
    const row = { ...template };
    let index = 0;
    for (const { name, decode } of columns) {
      const text = raw[index++] ?? null;
      row[name] = text === null || decode === undefined ? text : decode(text);
    }
    return row;
  };
}

async function ownTypes(
  session: Session,
  fields: readonly Field[],
): Promise<ReadonlyMap<number, Decoder>> {
  const oids = fields.map((field) => field.dataTypeID).filter((oid) => oid >= FIRST_USER_OID);
  if (oids.length === 0) return new Map();
  return userArrayDecoders(await session.run(ELEMENT_TYPES_SQL, [`{${oids.join(',')}}`]));
}
