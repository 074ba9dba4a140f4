/** A key of the project. */
export interface ApiKey {
  /** Sent in the header `Api-Key`. */
  readonly key: string;
  /**
   * Makes the key JWT-enabled: each request then also needs `Authorization: Bearer`, signed with
   * this secret, and only operations about a single user are within reach.
   */
  readonly jwtSecret?: string;
}
