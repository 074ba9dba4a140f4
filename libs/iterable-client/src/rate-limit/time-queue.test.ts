import { expect, it } from 'vitest';
import { TimeQueue } from './time-queue.js';

it('has nothing first when it is empty', () => {
  expect(new TimeQueue()).toMatchObject({ size: 0, first: Infinity });
});

it('drops what is over, up to and with the moment', () => {
  const queue = new TimeQueue();
  [1, 2, 2, 3].forEach((time) => queue.push(time));
  queue.dropUntil(0);
  expect(queue).toMatchObject({ size: 4, first: 1 });
  queue.dropUntil(2);
  expect(queue).toMatchObject({ size: 1, first: 3 });
  queue.dropUntil(3);
  expect(queue).toMatchObject({ size: 0, first: Infinity });
});

it('goes on after it has tidied up', () => {
  const queue = new TimeQueue();
  for (let time = 0; time < 10_000; time += 1) {
    queue.push(time);
    queue.dropUntil(time - 100);
    expect(queue).toMatchObject({ size: Math.min(time + 1, 100), first: Math.max(0, time - 99) });
  }
});
