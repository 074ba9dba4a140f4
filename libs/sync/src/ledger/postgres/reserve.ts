import type { Kysely } from 'kysely';

/** A connection that is taken out of the pool until it is released. */
export interface Reserved<Schema> {
  readonly db: Kysely<Schema>;
  release(): Promise<void>;
}

/** Kysely lends a connection for as long as a callback lasts: this one lasts until the release. */
export async function reserve<Schema>(db: Kysely<Schema>): Promise<Reserved<Schema>> {
  const lent = Promise.withResolvers<Kysely<Schema>>();
  const over = Promise.withResolvers<void>();
  const whole = db.connection().execute((connection) => {
    lent.resolve(connection);
    return over.promise;
  });
  whole.catch(lent.reject);
  return {
    db: await lent.promise,
    release: () => {
      over.resolve();
      return whole;
    },
  };
}
