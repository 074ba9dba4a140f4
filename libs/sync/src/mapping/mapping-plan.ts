import type { PlannedField } from './build-fields.js';
import type { MappedColumn } from './column-mapping.js';

/** A value of an event: the same for all rows, or of a column. */
export type Planned<Value> = { readonly value: Value } | { readonly column: MappedColumn };

/** Which column goes where: a mapping with its columns found. */
export interface MappingPlan {
  readonly key: MappedColumn;
  readonly identifier: { readonly name: 'email' | 'userId'; readonly column: MappedColumn };
  readonly profile: readonly PlannedField[] | undefined;
  readonly event: EventPlan | undefined;
}

/** The columns of an event. */
export interface EventPlan {
  readonly name: Planned<string>;
  readonly createdAt: MappedColumn | undefined;
  readonly id: MappedColumn | undefined;
  readonly campaignId: Planned<number> | undefined;
  readonly templateId: Planned<number> | undefined;
  readonly when: MappedColumn | undefined;
  readonly fields: readonly PlannedField[];
}
