import { DatabaseError } from '../errors/database-error.js';

/**
 * Imports an optional peer dependency.
 *
 * @throws {@link DatabaseError} `MISSING_PACKAGE` where it isn't installed
 */
export async function importPeer<Module>(
  name: string,
  load: () => Promise<Module>,
): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    if (!isMissing(cause, name)) throw cause;
    throw new DatabaseError({
      code: 'MISSING_PACKAGE',
      message: `The embedded database needs the package ${name}, which is not installed: npm install @electric-sql/pglite @electric-sql/pglite-socket`,
      cause,
    });
  }
}

function isMissing(error: unknown, name: string): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    error.code === 'ERR_MODULE_NOT_FOUND' &&
    error.message.includes(`'${name}'`)
  );
}
