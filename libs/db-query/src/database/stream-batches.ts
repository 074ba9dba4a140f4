import type { AnyQuery, SqlQuery } from '../query/query.js';
import type { EncodedParameter } from '../types/encode-parameter.js';
import { checkColumns } from './check-columns.js';
import { FEW_ROWS, nextBatchSize } from './next-batch-size.js';
import { rowDecoder } from './row-decoder.js';
import type { RawRow, Reply } from './round-trip.js';
import type { Session } from './session.js';
import type { ResolvedStream } from './stream-options.js';

/** A query on its way through a portal, the protocol's cursor. */
export interface Reading extends ResolvedStream {
  readonly session: Session;
  readonly query: AnyQuery | SqlQuery;
  readonly values: readonly EncodedParameter[];
  /** The portal's name, used once. */
  readonly portal: string;
}

/** Rows as they came, decoded one by one: of a million rows few are objects at any time. */
export interface Batch<Row> {
  readonly rows: readonly RawRow[];
  readonly decode: (raw: RawRow) => Row;
}

/** Reads the rows in batches, the next one while the last is used. Leaves the portal open. */
export async function* streamBatches<Row>(
  reading: Reading,
): AsyncGenerator<Batch<Row>, void, undefined> {
  const { session, query, values, portal, batchSize } = reading;
  await session.parse(query);
  const { fields } = await session.exchange((wire) => {
    wire.bind({ portal, values });
    wire.describe({ type: 'P', name: portal });
    wire.sync();
  });
  checkColumns(query, fields);
  const decode = (await rowDecoder(session, fields, reading.nested)) as Batch<Row>['decode'];
  let size = Math.min(batchSize, FEW_ROWS);
  let next = fetchBatch(reading, size);
  let handedOver = -Infinity;
  for (;;) {
    const wanted = performance.now();
    const { rows, bytes, suspended } = await next;
    if (suspended) {
      const waitedMs = performance.now() - wanted;
      const usedMs = wanted - handedOver;
      size = nextBatchSize(size, { rows: rows.length, bytes, waitedMs, usedMs }, reading);
      next = fetchBatch(reading, size);
      // Its error is met when its turn has come.
      next.catch(() => undefined);
    }
    handedOver = performance.now();
    yield { rows, decode };
    if (!suspended) return;
  }
}

/** Closes the portal, once the server is done with what was asked of it. */
export async function closePortal({ session, portal }: Reading): Promise<void> {
  await session.idle();
  if (session.failure !== undefined) return;
  await session.exchange((wire) => {
    wire.close({ type: 'P', name: portal });
    wire.sync();
  });
}

function fetchBatch({ session, portal }: Reading, rows: number): Promise<Reply> {
  return session.exchange((wire) => {
    wire.execute({ portal, rows });
    wire.sync();
  });
}
