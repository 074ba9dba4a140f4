import { runIn, syncOfUsers, worldOf, type Symptoms } from './symptom.js';

const ADA = { email: 'user1@example.com' };

/** Fields and values that Iterable refuses, drops or takes for something else. */
export const fieldSymptoms: Symptoms = {
  'field-type': async () => {
    const world = await worldOf(3);
    world.sandbox.seed({ users: [{ email: 'ada@example.com', dataFields: { candidate: 7 } }] });
    await world.database.run("update users set candidate = 'yes' where id = 2");
    return runIn(world);
  },

  'field-type-of-all': async () => {
    const world = await worldOf(3);
    world.sandbox.seed({ users: [{ email: 'ada@example.com', dataFields: { planType: 7 } }] });
    return runIn(world);
  },

  'field-type-of-event': async () => {
    const world = await worldOf(1);
    world.sandbox.seed({
      users: [{ email: 'ada@example.com' }],
      events: [
        { email: 'ada@example.com', eventName: 'recent_engagement', dataFields: { page: 7 } },
      ],
    });
    return runIn(world);
  },

  'field-date-as-text': async () => {
    const world = await worldOf(2);
    await world.database.run('alter table users add member_since text');
    await world.database.run("update users set member_since = '13/01/2026'");
    const dataFields = { member_since: '2026-01-01 00:00:00 +00:00' };
    world.sandbox.seed({ users: [{ email: 'ada@example.com', dataFields }] });
    return runIn(world, { files: syncOfUsers('id, email, member_since') });
  },

  'field-new-date-as-text': async () => {
    const world = await worldOf(2);
    await world.database.run("alter table users add member_since text default '13/01/2026'");
    return runIn(world, { files: syncOfUsers('id, email, member_since') });
  },

  'field-not-created': async () => {
    const world = await worldOf(1);
    const files = syncOfUsers('id, email, plan_type', { createNewFields: false });
    return runIn(world, { files });
  },

  'field-dropped': async () => {
    const world = await worldOf(1, { sandbox: { createNewFields: false } });
    return runIn(world, { argv: ['--delivery', 'bulk'] });
  },

  'field-dropped-strict': async () => {
    const world = await worldOf(1, { sandbox: { createNewFields: false } });
    return runIn(world, { argv: ['--delivery', 'bulk', '--strict-fields'] });
  },

  'duplicate-email': async () => {
    const world = await worldOf(2);
    await world.database.run("update users set email = 'Ada@example.com' where id = 1");
    await world.database.run("update users set email = 'ada@example.com' where id = 2");
    return runIn(world);
  },

  'email-invalid': async () => {
    const world = await worldOf(1);
    await world.database.run("update users set email = 'not an address'");
    return runIn(world);
  },

  'user-forgotten': async () => {
    const world = await worldOf(1);
    world.sandbox.forget(ADA);
    return runIn(world);
  },
};
