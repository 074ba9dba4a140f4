import { fieldTypesOf } from '../checks/index.js';
import type { SyncClient } from '../sync-client.js';
import type { Notice } from '../sync-event.js';
import type { RunSyncOptions } from './run-options.js';

/** The types of Iterable's profile fields, or why they are not known. */
export interface KnownFieldTypes {
  /** Absent where they are not known: then no value is judged. */
  readonly types?: ReadonlyMap<string, string>;
  readonly notice?: Notice;
}

/** Reads the types of the profile fields, where they are wanted and the credentials reach them. */
export async function readFieldTypes(
  wanted: NonNullable<RunSyncOptions<unknown>['fieldTypes']>,
  { users, authMethod }: SyncClient,
  signal: AbortSignal,
): Promise<KnownFieldTypes> {
  if (typeof wanted !== 'string') return { types: wanted };
  // Keys that need a JWT reach no such operation.
  if (wanted === 'off' || authMethod === 'jwt' || !users.getFields) return {};
  try {
    return { types: fieldTypesOf(await users.getFields({ signal })) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = `The types of Iterable's fields could not be read, so values were not compared with them: ${why}`;
    return { notice: { code: 'FIELD_TYPES', message } };
  }
}
