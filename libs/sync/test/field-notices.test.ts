import { expect, it } from 'vitest';
import { defineSync, planSync } from '../src/index.js';
import { createWorld, members, membersFrom, query, type Member, type World } from './world.js';

const SECRET = 'a value that no notice may have';
const sync = defineSync<Member>({
  ...members,
  user: ({ email, plan }) => ({ email, dataFields: { plan, Plan: SECRET, visits: 7 } }),
});

/** The notices of a plan, and of the run that follows it. */
async function noticesOf(world: World, options: Partial<Parameters<World['run']>[1]> = {}) {
  const rows = membersFrom(1, 3);
  const asked = { sync, rows: query(rows), client: world.client(), ledger: world.ledger };
  const plan = await planSync({ ...asked, ...options });
  const run = await world.run(rows, { sync, ...options });
  expect(run.notices).toEqual(plan.notices);
  return run.notices;
}

it('tells names that look alike, and new fields with the types they will get; never a value', async () => {
  await using world = await createWorld();
  await world.client().users.update({ email: 'ada@example.com', dataFields: { plan: 'pro' } });
  const notices = await noticesOf(world);
  expect(notices).toEqual([
    { code: 'FIELD_NAMES', message: expect.stringContaining('"Plan" and "plan"') as string },
    {
      code: 'NEW_FIELDS',
      message: expect.stringContaining('"Plan" (string), "visits" (long).') as string,
    },
  ]);
  expect(JSON.stringify(notices)).not.toContain(SECRET);
  expect(world.events.filter(({ type }) => type === 'notice')).toHaveLength(2);
});

it('tells nothing of fields once the project has them', async () => {
  await using world = await createWorld();
  await world.run(membersFrom(1, 3), { sync });
  expect(await noticesOf(world, { select: 'all' })).toEqual([]);
});

it('calls no field new that Iterable may not create, or that is in refused profiles only', async () => {
  await using world = await createWorld();
  const fields = { plan: 'pro', visits: 7 };
  await world.client().users.update({ email: 'ada@example.com', dataFields: fields });
  const fixed = defineSync({ ...sync, createNewFields: false });
  const { notices } = await world.run(membersFrom(1, 3), { sync: fixed });
  expect(notices.map(({ code }) => code)).toEqual(['FIELD_NAMES', 'FIELDS_FILTERED']);
  const refused = defineSync<Member>({
    ...sync,
    user: ({ email }) => ({ email, dataFields: { plan: 'pro', signupDate: 'now', extra: 1 } }),
  });
  expect(await noticesOf(world, { sync: refused, select: 'all' })).toEqual([]);
});

it('tells nothing of fields where their types were not read', async () => {
  await using world = await createWorld();
  expect(await noticesOf(world, { fieldTypes: 'off' })).toEqual([]);
});

it('tells why the types of fields could not be read, and sends the rows all the same', async () => {
  await using world = await createWorld();
  world.sandbox.faults.add({
    operation: 'users/getFields',
    replies: [{ status: 400, body: { code: 'BadParams', msg: 'not now', params: null } }],
  });
  const { counts, notices } = await world.run(membersFrom(1, 2));
  expect(counts).toMatchObject({ delivered: 2 });
  expect(notices).toMatchObject([
    { code: 'FIELD_TYPES', message: expect.stringContaining('users/getFields') as string },
  ]);
});
