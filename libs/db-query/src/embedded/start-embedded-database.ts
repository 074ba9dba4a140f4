import { importPeer } from './import-peer.js';

/** A PostgreSQL in this process, for demos and trials. */
export interface EmbeddedDatabase extends AsyncDisposable {
  /** Connection string for `openDatabase` and any other PostgreSQL client; there is no password. */
  readonly url: string;
  /**
   * Runs SQL, several statements if need be: tables and sample data. Not while a snapshot is open,
   * since it would run inside of it.
   */
  execute(sql: string): Promise<void>;
  /** Stops the server and forgets the data. Closing twice is fine. */
  close(): Promise<void>;
}

/** Enough for a pool and a `psql` beside it. */
const MAX_CONNECTIONS = 10;

/**
 * Starts PGlite, which is PostgreSQL compiled to WebAssembly, in memory, and lets clients reach it
 * on a free port of 127.0.0.1. It takes a second or two and about half a gigabyte.
 *
 * It has one session, which all connections share in turn: while a snapshot is open, others wait.
 * So open it with `maxConnections: 1`, and don't rely on statement timeouts or on cancelling.
 *
 * @throws DatabaseError `MISSING_PACKAGE` where the optional peer dependencies
 * `@electric-sql/pglite` and `@electric-sql/pglite-socket` are not installed
 * @example
 * await using embedded = await startEmbeddedDatabase();
 * await embedded.execute(engagementSchemaSql);
 * await using database = openDatabase({ url: embedded.url, maxConnections: 1 });
 */
export async function startEmbeddedDatabase(): Promise<EmbeddedDatabase> {
  const { PGlite } = await importPeer('@electric-sql/pglite', () => import('@electric-sql/pglite'));
  const { PGLiteSocketServer } = await importPeer(
    '@electric-sql/pglite-socket',
    () => import('@electric-sql/pglite-socket'),
  );
  const db = await PGlite.create();
  const server = new PGLiteSocketServer({
    db,
    host: '127.0.0.1',
    port: 0,
    maxConnections: MAX_CONNECTIONS,
  });
  await server.start();
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= server.stop().then(() => db.close()));
  return {
    url: `postgresql://postgres@${server.getServerConn()}/postgres`,
    execute: async (sql) => {
      await db.exec(sql);
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
