import type { DataCenter } from '../state/data-center.js';

/** A key of the project. */
export interface ApiKey {
  /** Sent in the header `Api-Key`. */
  readonly key: string;
  /**
   * Makes the key JWT-enabled: each request then also needs `Authorization: Bearer`, signed with
   * this secret, and only operations about a single user are within reach.
   */
  readonly jwtSecret?: string;
  /** Makes the key read-only: it reaches metadata, no profiles and nothing that writes. @default false */
  readonly readOnly?: boolean;
  /** Where the key was made; it works nowhere else. @default the data center of the sandbox */
  readonly dataCenter?: DataCenter;
}
