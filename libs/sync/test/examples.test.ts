import { join } from 'node:path';
import { beforeEach } from 'vitest';
import { testExamples } from '../../../tools/vitest/examples.js';
import nock from 'nock';
import { BASE_URL, reply } from './support.js';

beforeEach(({ task }) => {
  if (task.name === 'README.md 1 runs') {
    nock(BASE_URL).get('/api/users/getFields').reply(200, { fields: {} });
    reply('events/track', { email: 'ada@example.com' });
  }
  if (/^README.md [12] /.test(task.name)) reply('users/update', { email: 'ada@example.com' });
});

testExamples({ room: join(import.meta.dirname, '..'), library: '@org/sync', atLeast: 3 });
