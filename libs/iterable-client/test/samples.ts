import type {
  Contract,
  ContractField,
  ContractOperation,
  ContractType,
} from '../tools/generator/contract.js';
import { SUCCESS } from './http-server.js';

/** A value of a path that would reach another operation if it were not encoded. */
export const AWKWARD = 'a/b@c.d';

const DATE = new Date('2026-01-13T14:30:45.999Z');
const DATE_TEXT = '2026-01-13 14:30:45 +00:00';

/** An argument, and how it should arrive. */
export interface Sample {
  readonly given: unknown;
  readonly sent: unknown;
}

const same = (value: unknown): Sample => ({ given: value, sent: value });
const user = { email: 'ada@example.com' };

/** Bodies whose types are written by hand. */
const HAND_WRITTEN: Readonly<Record<string, object>> = {
  CancelMessageRequest: { campaignId: 1, ...user },
  EventTrackBulkRequest: { events: [{ ...user, eventName: 'opened', id: 'e-1' }] },
  EventTrackRequest: { ...user, eventName: 'opened', id: 'e-1' },
  Identified: user,
  TriggerWorkflowRequest: { workflowId: 1, listId: 2 },
  UserBulkUpdateRequest: { users: [user], createNewFields: false },
  UserRecord: { ...user, dataFields: { plan: 'pro' } },
  UserUpdateRequest: { ...user, dataFields: { plan: 'pro' } },
};

/** A value of every kind a type expression can say, with all of its fields. */
export function sampleOf(contract: Contract, expression: string): Sample {
  // It has a field of its own type.
  if (expression === 'CatalogFieldDefinition[]') return same([]);
  if (expression.startsWith("'")) return same(expression.split("'")[1]);
  if (expression.endsWith('[]')) {
    const one = sampleOf(contract, expression.slice(0, -2));
    return { given: [one.given, one.given], sent: [one.sent, one.sent] };
  }
  switch (expression) {
    case 'string':
      return same('a&b=c ✓');
    case 'integer':
    case 'int64':
      return same(3);
    case 'number':
      return same(1.5);
    case 'boolean':
      return same(false);
    case 'date':
      return { given: DATE, sent: DATE_TEXT };
    case 'time':
      return { given: DATE, sent: Math.floor(DATE.getTime() / 1000) };
    case 'data':
    case 'json':
      return { given: { at: DATE, n: 1n }, sent: { at: DATE_TEXT, n: 1 } };
    case 'record<data>':
      return { given: { 'item-1': { at: DATE } }, sent: { 'item-1': { at: DATE_TEXT } } };
    default:
      return namedSample(contract, expression);
  }
}

function namedSample(contract: Contract, name: string): Sample {
  const written = HAND_WRITTEN[name];
  if (written !== undefined) return same(written);
  const type = contract.types[name];
  if (type === undefined) throw new Error(`there is no sample of ${name}`);
  if (type.oneOf !== undefined) return same(type.oneOf[0]);
  return fieldsSample(contract, type);
}

/** An object with all fields of a type, and the first of each pair of names. */
export function fieldsSample(
  contract: Contract,
  { fields = {}, exactlyOne = [] }: ContractType,
): Sample {
  const samples = [
    ...exactlyOne.map(([first]) => [first, same(AWKWARD)] as const),
    ...Object.entries(fields).map(
      ([key, field]) => [key.replace(/\*$/, ''), sampleOf(contract, typeOf(field))] as const,
    ),
  ];
  return {
    given: Object.fromEntries(samples.map(([key, { given }]) => [key, given])),
    sent: Object.fromEntries(samples.map(([key, { sent }]) => [key, sent])),
  };
}

const typeOf = (field: ContractField): string => (typeof field === 'string' ? field : field.type);

/** A good reply of an operation, and what its method should make of it. */
export function replySample(operation: ContractOperation): {
  readonly text: string;
  readonly status: number;
  readonly value: unknown;
} {
  const json = (value: unknown): { text: string; status: number; value: unknown } => ({
    text: JSON.stringify(value),
    status: 200,
    value,
  });
  if (operation.stream === 'json-lines') return { ...json({ a: 1 }), value: [{ a: 1 }] };
  if (operation.stream === 'lines') return { text: 'a@b.c\n', status: 200, value: ['a@b.c'] };
  if (operation.stream === 'bytes') {
    return { text: 'a,b', status: 200, value: [new TextEncoder().encode('a,b')] };
  }
  switch (operation.reply) {
    case 'envelope':
      return json(SUCCESS);
    case 'accepted':
      return { text: '', status: 202, value: { code: 'Success' } };
    case 'counts':
      return json({ successCount: 1, failCount: 0 });
    case 'fields':
      return json({ fields: {} });
    case 'integer':
      return { text: '42\n', status: 200, value: 42 };
    case 'plain':
    case 'text':
      return { text: 'a text', status: 200, value: 'a text' };
    case 'open':
      return { text: '', status: 200, value: undefined };
    default:
      return json({ [operation.holds ?? 'novelty']: [] });
  }
}
