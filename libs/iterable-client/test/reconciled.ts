import type { Reconciled } from '../src/batch/reconcile.js';
import { places } from './batch-items.js';

/** A verdict as places and codes. */
export const told = ({ delivered, failed, doubtful, suspects, noOps }: Reconciled): object => ({
  delivered: places(delivered),
  failed: Object.fromEntries([...failed].map(([{ index }, { code }]) => [index, code])),
  doubtful: places(doubtful),
  suspects: places(suspects),
  noOps: places(noOps),
});

/** What a verdict has where a test says nothing else. */
export const usual = { delivered: [], failed: {}, doubtful: [], suspects: [], noOps: [] };
