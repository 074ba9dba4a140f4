import type { BodyRecord } from './map-records.js';
import type { ValuePath } from './path-text.js';
import type { Refuse } from './refuse.js';

const USUAL = ['email', 'userId'] as const;

/**
 * Refuses a record that names no user or names them twice. Iterable answers such records with
 * anything from an error to a silent skip, and a JWT can be for one identifier only.
 */
export function withOneIdentifier(refuse: Refuse, names: readonly [string, string] = USUAL) {
  return (record: BodyRecord, path: ValuePath): BodyRecord => {
    for (const name of names) {
      const value = record[name];
      if (value !== undefined && (typeof value !== 'string' || value.trim() === '')) {
        refuse([...path, name], 'must be a text that is not empty');
      }
    }
    if ((record[names[0]] === undefined) === (record[names[1]] === undefined)) {
      refuse(path, `must have exactly one of ${names.join(' and ')}`);
    }
    return record;
  };
}
