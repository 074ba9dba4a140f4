import { chmod, chown, copyFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { vi } from 'vitest';
import type { PostgresServer } from './postgres-server.js';

/** Has a test server answer requests for TLS, with the certificate and key of a folder: `server.pem`, `server.key`. */
export async function turnOnTls(
  { dataDirectory, url }: Pick<PostgresServer, 'dataDirectory' | 'url'>,
  folder: string,
): Promise<void> {
  const { uid, gid } = await stat(dataDirectory);
  for (const name of ['server.pem', 'server.key']) {
    const copy = join(dataDirectory, name);
    await copyFile(join(folder, name), copy);
    if (process.getuid?.() === 0) await chown(copy, uid, gid);
    await chmod(copy, 0o600);
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("alter system set ssl_cert_file = 'server.pem'");
    await client.query("alter system set ssl_key_file = 'server.key'");
    await client.query('alter system set ssl = on');
    await client.query('select pg_reload_conf()');
    await vi.waitUntil(async () => {
      const { rows } = await client.query<{ ssl: string }>('show ssl');
      return rows[0]?.ssl === 'on';
    });
  } finally {
    await client.end();
  }
}
