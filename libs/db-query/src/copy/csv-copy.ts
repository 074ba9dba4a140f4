import type { Field } from '../database/round-trip.js';
import type { Session } from '../database/session.js';
import { describeFields } from '../database/describe-query.js';
import { DatabaseError } from '../errors/database-error.js';
import type { AnyQuery, SqlQuery } from '../query/query.js';
import type { EncodedParameter } from '../types/encode-parameter.js';
import { ChunkQueue } from './chunk-queue.js';
import { copyHeader } from './copy-header.js';
import type { CopyFormat } from './copy-options.js';
import { copySql } from './copy-sql.js';
import { inlineParameters } from './inline-parameters.js';
import { quoteLeadingMark } from './quote-leading-mark.js';

/** A query on its way to being a CSV. */
export interface Copying {
  readonly session: Session;
  readonly query: AnyQuery | SqlQuery;
  readonly values: readonly EncodedParameter[];
  readonly format: CopyFormat;
  /** Told at the end. */
  readonly onRows: (rows: number) => void;
}

/** Has the server write the CSV. Leaving early ends the session: a `COPY` can't be left alone. */
export async function* copyChunks(copying: Copying): AsyncGenerator<Uint8Array, void, undefined> {
  const { session, query, format, onRows } = copying;
  const { fields, types } = await prepare(copying);
  const sql = inlineParameters(query.sql, copying.values, types);
  const statement = copySql(
    { name: query.name, sql, fields },
    { ...format, encoding: await databaseEncoding(session) },
  );
  const queue = new ChunkQueue(session.flow);
  const done = session
    .copyOut(statement, (bytes) => queue.push(bytes))
    .then(
      (rows) => {
        onRows(rows);
        queue.end();
      },
      (error: unknown) => queue.end({ error }),
    );
  let finished = false;
  try {
    const head = copyHeader(
      fields.map(({ name }) => name),
      format,
    );
    if (head !== '') yield Buffer.from(head);
    const chunks = head === '' ? quoteLeadingMark(queue, format) : queue;
    for await (const chunk of chunks) {
      if (session.failure !== undefined) throw session.failure;
      yield chunk;
    }
    finished = true;
  } finally {
    if (!finished) {
      await session.fail(
        new DatabaseError({
          code: 'CANCELLED',
          message: `The copy of "${query.name}" was left early`,
        }),
      );
    }
    await done;
  }
}

const TYPE_NAMES_SQL =
  'select pg_catalog.format_type(type, -1) from unnest($1::pg_catalog.oid[]) with ordinality as wanted (type, place) order by place';

async function prepare({ session, query, values }: Copying): Promise<{
  readonly fields: readonly Field[];
  readonly types: readonly string[];
}> {
  const { fields, parameterTypes } = await describeFields(session, query);
  if (parameterTypes.length !== values.length) {
    throw new DatabaseError({
      code: 'PARAMETERS',
      message: `Query "${query.name}" has ${parameterTypes.length} parameters for the server and ${values.length} values.`,
    });
  }
  values.forEach((value, index) => {
    if (!(value instanceof Buffer) || parameterTypes[index] === 17) return;
    throw new TypeError(`copy: parameter $${index + 1} is bytes and its type is not bytea`);
  });
  if (values.length === 0) return { fields, types: [] };
  const rows = await session.run(TYPE_NAMES_SQL, [`{${parameterTypes.join(',')}}`]);
  return { fields, types: rows.map(([name]) => name ?? '') };
}

async function databaseEncoding(session: Session): Promise<string> {
  const [[encoding] = []] = await session.run('select getdatabaseencoding()');
  return encoding ?? '';
}
