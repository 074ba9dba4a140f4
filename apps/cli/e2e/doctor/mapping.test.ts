import { describe, expect, it } from 'vitest';
import { addUsers, createWorld } from '../world.js';
import { doctor, SQL_SYNC } from './ask-doctor.js';

describe('the mapping', () => {
  it('that does not fit its columns: each misfit, exit code 2', async () => {
    const world = await createWorld();
    await addUsers(world, 1);
    const files = {
      'iterable-sync.config.yaml': `${SQL_SYNC}    event:\n      name: seen\n      createdAt: seen_at\n`,
    };
    const { exitCode, check, named } = await doctor(world, { files });
    expect(exitCode).toBe(2);
    expect(named('failed')).toEqual(['mapping']);
    expect(check('mapping').found).toContain('seen_at');
    expect(check('keys').status).toBe('ok');
    expect(check('values').found).toBe('needs mapping');
  });

  it('whose values have another type than the fields of the project', async () => {
    const world = await createWorld();
    await addUsers(world, 3);
    world.sandbox.seed({ users: [{ email: 'a@example.com', dataFields: { plan_type: 7 } }] });
    const files = { 'iterable-sync.config.yaml': SQL_SYNC };
    const { exitCode, check, named } = await doctor(world, { files });
    expect(exitCode).toBe(2);
    expect(named('failed')).toEqual(['values']);
    expect(check('values').found).toContain('"plan_type" has the type long in Iterable');
  });

  it('with records that cannot be sent', async () => {
    const world = await createWorld();
    await addUsers(world, 3);
    await world.database.run("update users set email = 'no address' where id = 2");
    const { exitCode, check, named } = await doctor(world);
    expect(exitCode).toBe(0);
    expect(named('warning')).toEqual(['values']);
    expect(check('values').found).toContain('record 2');
    expect(check('values').advice).toContain('iterable-sync plan recent_engagement');
  });
});
