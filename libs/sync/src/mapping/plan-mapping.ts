import { ColumnFinder, quoted } from './column-finder.js';
import type { ColumnMapping, EventMapping, FromColumn, MappedColumn } from './column-mapping.js';
import { SyncMappingError } from './mapping-error.js';
import type { EventPlan, MappingPlan, Planned } from './mapping-plan.js';
import { profileProblems, textProblems } from './plan-problems.js';
import { type Part, selectFields } from './select-fields.js';

/**
 * Finds the columns of a mapping.
 *
 * @param allowReserved reserved profile fields that may be sent
 * @throws SyncMappingError with all that is wrong
 */
export function planMapping(
  mapping: ColumnMapping,
  columns: readonly MappedColumn[],
  allowReserved: readonly string[],
): MappingPlan {
  const finder = new ColumnFinder(columns);
  const { problems } = finder;
  const key = finder.role(mapping.key, 'key');
  const name = mapping.email === undefined ? 'userId' : 'email';
  const identifier = finder.role(mapping[name] ?? '', name);
  const event = mapping.event && planEvent(mapping.event, finder);
  const { profile = true } = mapping;
  const parts: Part[] = [];
  if (profile !== false) {
    parts.push({ at: 'profile', selection: profile === true ? {} : profile });
  }
  if (mapping.event) parts.push({ at: 'event', selection: mapping.event });
  if (parts.length === 0) problems.push('profile is false and there is no event: nothing is sent');
  const { fields, leftOver } = selectFields(parts, mapping, finder);
  for (const column of leftOver) {
    problems.push(
      `the column ${quoted(column.name)} goes nowhere: send it as a field, or list it in ignore`,
    );
  }
  problems.push(...textProblems(finder.list(mapping.text ?? [], 'text')));
  const profileFields = profile === false ? undefined : fields[0];
  if (profileFields) {
    problems.push(...profileProblems(profileFields, profile, allowReserved));
  }
  if (problems.length > 0 || !key || !identifier) throw new SyncMappingError(problems);
  return {
    key,
    identifier: { name, column: identifier },
    profile: profileFields,
    event: event && { ...event, fields: fields.at(-1) ?? [] },
  };
}

function planEvent(event: EventMapping, finder: ColumnFinder): Omit<EventPlan, 'fields'> {
  const column = (
    name: string | undefined,
    role: 'event.createdAt' | 'event.id',
  ): MappedColumn | undefined => (name === undefined ? undefined : finder.role(name, role));
  const planned = <Value>(
    given: Value | FromColumn | undefined,
    role: 'event.name' | 'event.campaignId' | 'event.templateId',
  ): Planned<Value> | undefined => {
    if (typeof given !== 'object' || given === null) {
      return given === undefined ? undefined : { value: given };
    }
    const found = finder.role((given as FromColumn).column, role);
    return found && { column: found };
  };
  return {
    name: planned(event.name, 'event.name') ?? { value: '' },
    createdAt: column(event.createdAt, 'event.createdAt'),
    id: column(event.id, 'event.id'),
    campaignId: planned(event.campaignId, 'event.campaignId'),
    templateId: planned(event.templateId, 'event.templateId'),
    // Looked at and not sent by this, so it has no role: its value must go somewhere too.
    when: event.when === undefined ? undefined : finder.find(event.when, 'event.when'),
  };
}
