import { expect, it } from 'vitest';
import { Slots } from './slots.js';

const PERIOD = 1000;

it('gives a slot back one period after its reply', () => {
  const slots = new Slots(2, PERIOD, Infinity);
  const first = slots.start(0);
  slots.start(0);
  expect(slots.free(5000)).toBe(0);
  expect(slots.nextAt()).toBe(Infinity);
  slots.end(first, 300);
  expect(slots.inFlight).toBe(1);
  expect([slots.free(1299), slots.nextAt()]).toEqual([0, 1300]);
  expect([slots.free(1300), slots.nextAt()]).toEqual([1, Infinity]);
});

it('gives a slot back at once where nothing was sent, and once only', () => {
  const slots = new Slots(1, PERIOD, Infinity);
  const slot = slots.start(0);
  slots.cancel(slot);
  slots.cancel(slot);
  slots.end(slot, 0);
  expect([slots.free(0), slots.inFlight]).toEqual([1, 0]);
});

it('counts a reply once', () => {
  const slots = new Slots(2, PERIOD, Infinity);
  const slot = slots.start(0);
  slots.end(slot, 10);
  slots.end(slot, 20);
  expect([slots.free(20), slots.free(1010), slots.inFlight]).toEqual([1, 2, 0]);
});

it('takes requests to have arrived after a time, where that is told', () => {
  const slots = new Slots(2, PERIOD, 50);
  const first = slots.start(0);
  const second = slots.start(10);
  expect(slots.nextAt()).toBe(1050);
  expect([slots.free(1049), slots.free(1050), slots.free(1060)]).toEqual([0, 1, 2]);
  expect(slots.inFlight).toBe(2);
  slots.end(first, 2000);
  expect([slots.free(2000), slots.inFlight]).toEqual([2, 1]);
  slots.cancel(second);
  expect([slots.free(2000), slots.inFlight]).toEqual([2, 0]);
});

it('takes one to have arrived at that very moment', () => {
  const slots = new Slots(1, PERIOD, 50);
  const slot = slots.start(0);
  slots.end(slot, 50);
  expect(slots.inFlight).toBe(0);
  expect([slots.free(1049), slots.free(1050)]).toEqual([0, 1]);
});

it('keeps the order of what comes back, whichever reply is first', () => {
  const slots = new Slots(2, PERIOD, 50);
  slots.start(0);
  const second = slots.start(60);
  slots.end(second, 100);
  // The first is taken to have arrived at 50.
  expect([slots.free(1049), slots.nextAt()]).toEqual([0, 1050]);
  expect([slots.free(1050), slots.nextAt()]).toEqual([1, 1100]);
  expect(slots.free(1100)).toBe(2);
});
