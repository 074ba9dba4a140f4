import { join } from 'node:path';
import { beforeEach } from 'vitest';
import { testExamples } from '../../../tools/vitest/examples.js';
import { reply } from './support.js';

beforeEach(({ task }) => {
  if (!task.name.startsWith('README')) return;
  reply('users/update', { email: 'ada@example.com' });
  reply('events/track', { email: 'ada@example.com' });
});

testExamples({ room: join(import.meta.dirname, '..'), library: '@org/sync', atLeast: 1 });
