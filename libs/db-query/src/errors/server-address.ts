/** Which server, database and user an error is about. */
export interface ServerAddress {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
}

/** `database "shop" on db.example.com:5432 as user "reader"`. */
export function describeServer({ host, port, database, user }: ServerAddress): string {
  const place = host.startsWith('/') ? `${host} (port ${port})` : `${host}:${port}`;
  return `database "${database}" on ${place} as user "${user}"`;
}
