import type { EventEmitter } from 'node:events';
import type pg from 'pg';
import type { EncodedParameter } from '../types/encode-parameter.js';

/** The messages of PostgreSQL's extended protocol that are sent here, as node-postgres writes them. */
export interface Wire {
  parse(message: { readonly text: string }): void;
  bind(message: { readonly portal: string; readonly values: readonly EncodedParameter[] }): void;
  /** Of a portal or a statement. */
  describe(message: { readonly type: 'P' | 'S'; readonly name: string }): void;
  execute(message: { readonly portal: string; readonly rows: number }): void;
  close(message: { readonly type: 'P'; readonly name: string }): void;
  sync(): void;
}

/** A column of a result. */
export interface Field {
  readonly name: string;
  /** OID of its type. */
  readonly dataTypeID: number;
  /** Its length, precision or scale, as PostgreSQL keeps them; -1 for none. */
  readonly dataTypeModifier: number;
}

/** The values of a row in PostgreSQL's text form. */
export type RawRow = readonly (string | null)[];

/** What came back until the server was ready for more. */
export interface Reply {
  /** Undefined where no description was asked for or the statement returns no rows. */
  readonly fields: readonly Field[] | undefined;
  /** OIDs of the types of a statement's parameters; empty where no description was asked for. */
  readonly parameterTypes: readonly number[];
  readonly rows: readonly RawRow[];
  /** The size of the rows' messages. */
  readonly bytes: number;
  /** Whether the portal has, or may have, more rows. */
  readonly suspended: boolean;
  /** What the server says of the last command, such as `COPY 3`. */
  readonly tag: string;
}

/**
 * Sends messages and collects the reply up to the server's ReadyForQuery.
 *
 * `send` must end with one `sync`, so that the connection is free between two batches. pg-cursor
 * doesn't: its portal stays in the middle of a command, and a statement timeout runs on while the
 * consumer is busy with the rows.
 */
export function roundTrip(
  client: pg.ClientBase,
  send: (wire: Wire) => void,
  onCopyData: (bytes: Buffer) => void = () => undefined,
): Promise<Reply> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  let fields: readonly Field[] | undefined;
  let suspended = false;
  let bytes = 0;
  let tag = '';
  let parameterTypes: readonly number[] = [];
  let stopListening: () => void = () => undefined;
  const onParameters = (message: { readonly dataTypeIDs: readonly number[] }): void => {
    parameterTypes = message.dataTypeIDs;
  };
  const rows: RawRow[] = [];
  // What node-postgres calls on the query whose turn it is.
  const submittable = {
    submit: (connection: unknown): void => {
      // node-postgres doesn't pass it on to the query.
      (connection as EventEmitter).once('parameterDescription', onParameters);
      stopListening = () => (connection as EventEmitter).off('parameterDescription', onParameters);
      send(connection as Wire);
    },
    handleRowDescription: (message: { readonly fields: readonly Field[] }): void => {
      fields = message.fields;
    },
    handleDataRow: (message: { readonly fields: RawRow; readonly length: number }): void => {
      bytes += message.length;
      rows.push(message.fields);
    },
    handlePortalSuspended: (): void => {
      suspended = true;
    },
    handleCopyData: (message: { readonly chunk: Buffer }): void => onCopyData(message.chunk),
    handleCommandComplete: (message: { readonly text: string }): void => {
      tag = message.text;
    },
    handleEmptyQuery: (): void => undefined,
    handleReadyForQuery: (): void =>
      resolve({ fields, parameterTypes, rows, bytes, suspended, tag }),
    handleError: (error: unknown): void => reject(error),
  };
  client.query(submittable);
  return promise.finally(() => stopListening());
}
