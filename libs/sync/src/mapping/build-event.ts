import type { EventPayload } from '../define-sync.js';
import { fieldBuilder } from './build-fields.js';
import { cell, filled, type Row } from './cell.js';
import { converterOf } from './convert-value.js';
import type { EventPlan, Planned } from './mapping-plan.js';
import { textOf } from './text-of.js';

/** An event but for its user. */
export type EventFields = Omit<EventPayload, 'email' | 'userId'>;

/** Makes a function that builds the event of a row; it gives `null` where the row has none. */
export function eventBuilder(
  plan: EventPlan,
  nulls: 'send' | 'omit',
): (row: Row) => EventFields | null {
  const { name, createdAt, id, campaignId, templateId, when } = plan;
  const fieldsOf = fieldBuilder(plan.fields, nulls);
  const timeOf = createdAt && converterOf(createdAt, false);
  return (row) => {
    if (when && cell(row, when) === null) return null;
    const dataFields = fieldsOf(row);
    const campaign = campaignId && numberOf(row, campaignId);
    const template = templateId && numberOf(row, templateId);
    return {
      eventName:
        'value' in name ? name.value : textOf(filled(row, name.column, 'the event has no name')),
      ...(createdAt && {
        createdAt: timeOf?.(filled(row, createdAt, 'the event has no time')) as Date,
      }),
      ...(id && { id: textOf(filled(row, id, 'the event has no id')) }),
      ...(campaign !== undefined && { campaignId: campaign }),
      ...(template !== undefined && { templateId: template }),
      ...(dataFields && { dataFields }),
    };
  };
}

/** An event of no campaign has NULL there. */
function numberOf(row: Row, planned: Planned<number>): number | undefined {
  if ('value' in planned) return planned.value;
  const value = cell(row, planned.column);
  return value === null ? undefined : (value as number);
}
