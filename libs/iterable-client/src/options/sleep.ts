import { setTimeout as timer } from 'node:timers/promises';
import type { SleepFunction } from '../types/client-options.js';

/** Waits by a timer. */
export const sleep: SleepFunction = (milliseconds, signal) =>
  timer(milliseconds, undefined, signal === undefined ? {} : { signal });
