// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { Int64 } from '../types/int64.js';
import type { IterableApiResponse } from '../types/iterable-api-response.js';

/** Body of `POST /api/verify/sms/begin`. */
export interface BeginSmsVerificationRequest {
  readonly phoneNumber: string;
  readonly verificationProfileId: Int64;
}

/** Body of `POST /api/verify/sms/check`. */
export interface CheckSmsVerificationRequest {
  readonly code: string;
  readonly phoneNumber: string;
  readonly verificationProfileId: Int64;
}

/** Checks of phone numbers. */
export interface VerifyOperations {
  /**
   * Sends a code to a phone number. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  beginSms(body: BeginSmsVerificationRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Checks the code that was sent to a phone number. Tries are counted. Repeated after a 429
   * only.
   *
   * @throws {@link IterableError}
   */
  checkSms(body: CheckSmsVerificationRequest, options?: CallOptions): Promise<IterableApiResponse>;
}
