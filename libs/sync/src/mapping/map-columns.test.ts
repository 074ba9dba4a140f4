import { describe, expect, it } from 'vitest';
import { COLUMNS, ROW, send } from '../../test/mapping.js';
import { mapRow } from '../map-row.js';
import { mapColumns } from './index.js';

describe('where columns go', () => {
  it('makes profile fields of all that is not key or identifier', () => {
    const { user, event, key } = send({});
    expect(key).toBe('7');
    expect(event).toBeNull();
    expect(user).toEqual({
      email: 'ada@example.com',
      dataFields: {
        first_name: 'Ada',
        plan_type: 'pro',
        page: '/pricing',
        event_time: ROW.event_time,
      },
    });
  });

  it('gives the event what it names and the profile the rest', () => {
    const { user, event } = send({
      case: 'camel',
      event: { name: 'seen', createdAt: 'event_time', only: ['page'] },
    });
    expect(user?.dataFields).toEqual({ firstName: 'Ada', planType: 'pro' });
    expect(event).toMatchObject({
      email: 'ada@example.com',
      eventName: 'seen',
      createdAt: ROW.event_time,
      dataFields: { page: '/pricing' },
    });
    expect(event?.id).toMatch(/^[0-9a-f]{64}$/);
  });

  it('gives the rest to both where neither has "only"', () => {
    const { user, event } = send({
      profile: { fields: { name: 'first_name' }, except: ['page'] },
      event: { name: 'seen', except: ['plan_type'] },
    });
    expect(user?.dataFields).toEqual({
      name: 'Ada',
      plan_type: 'pro',
      event_time: ROW.event_time,
    });
    expect(event?.dataFields).toEqual({ page: '/pricing', event_time: ROW.event_time });
  });

  it('sends a used column as a field too where it is named', () => {
    const { user, event } = send({
      profile: { fields: { customerNumber: 'id', userId: 'id' }, only: ['event_time'] },
      event: { name: { column: 'page' }, createdAt: 'event_time', id: 'id', campaignId: 5 },
      ignore: ['first_name', 'plan_type'],
    });
    expect(user?.dataFields).toEqual({
      customerNumber: 7n,
      userId: '7',
      event_time: ROW.event_time,
    });
    expect(event).toEqual({
      email: 'ada@example.com',
      eventName: '/pricing',
      createdAt: ROW.event_time,
      id: '7',
      campaignId: 5,
    });
  });

  it('makes identifiers of profile fields only', () => {
    const { event } = send({ event: { name: 'seen', fields: { userId: 'id' }, only: [] } });
    expect(event?.dataFields).toEqual({ userId: 7n });
  });

  it('sends events alone with profile: false', () => {
    const { user, event } = send({ profile: false, event: { name: 'seen' } });
    expect(user).toBeNull();
    expect(Object.keys(event?.dataFields ?? {})).toHaveLength(4);
  });

  it('makes objects of names with dots, and leaves out an object without fields', () => {
    const profile = {
      fields: { 'address.city': 'first_name', 'address.geo.zip': 'plan_type' },
      only: [],
      mergeNestedObjects: true,
    };
    const more = { profile, ignore: ['page', 'event_time'], nulls: 'omit' };
    expect(send(more).user).toEqual({
      email: 'ada@example.com',
      dataFields: { address: { city: 'Ada', geo: { zip: 'pro' } } },
      mergeNestedObjects: true,
    });
    const empty = { ...ROW, first_name: null, plan_type: null };
    expect(send(more, COLUMNS, empty).user).toEqual({
      email: 'ada@example.com',
      mergeNestedObjects: true,
    });
  });

  it('identifies by user id, as text, and passes preferUserId on', () => {
    const columns = COLUMNS.slice(0, 1);
    const sync = mapColumns(
      { name: 'x', key: 'id', userId: 'id', profile: { preferUserId: true } },
      columns,
    );
    expect(mapRow(sync, { id: 12n }, 1).user).toEqual({ userId: '12', preferUserId: true });
  });

  it('keeps columns named __proto__', () => {
    const columns = [...COLUMNS.slice(0, 2), { name: '__proto__', type: 'text' }];
    const row = Object.fromEntries<unknown>([
      ['id', 1n],
      ['email', 'a@example.com'],
      ['__proto__', 'x'],
    ]);
    const { user } = send({}, columns, row);
    expect(Object.entries(user?.dataFields ?? {})).toEqual([['__proto__', 'x']]);
  });
});
