import type { Io } from '../io.js';
import type { DoctorOptions } from '../program/doctor.js';
import type { DataCenters } from './data-centers.js';

/** What is to be examined. */
export interface Question {
  /** The sync; all where none is named. */
  readonly sync: string | undefined;
  readonly options: DoctorOptions;
  readonly io: Pick<Io, 'cwd' | 'env' | 'now'>;
  readonly dataCenters: DataCenters;
}
