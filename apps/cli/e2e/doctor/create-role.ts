import { onTestFinished } from 'vitest';
import type { World } from '../world.js';

/** A role that may read nothing yet. */
export interface Role {
  readonly name: string;
  /** The database as this role, with its password or another. */
  url(password?: string): string;
}

const PASSWORD = 'right-password';

export async function createRole({ database }: World): Promise<Role> {
  const name = `role_${database.name}`;
  await database.run(`create role ${name} login password '${PASSWORD}'`);
  onTestFinished(async () => {
    await database.run(`drop owned by ${name}; drop role ${name}`);
  });
  return {
    name,
    url: (password = PASSWORD) =>
      Object.assign(new URL(database.url), { username: name, password }).href,
  };
}
