import type { Settings } from '../config/load-settings.js';
import type { ConfigFormat } from './config-format.js';
import type { NewSync } from './new-sync.js';

/** What is to be written. */
export interface Decision {
  /** Settings for a new `.env`. */
  readonly settings: Settings;
  /** Absent: there is a configuration file already. */
  readonly sync: NewSync | undefined;
  readonly format: ConfigFormat;
}
