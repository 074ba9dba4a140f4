// Generated from contract/iterable-api.json by tools/generate.ts: change those, not this.

import type { CallOptions } from '../types/call-options.js';
import type { DataFields } from '../types/data-fields.js';
import type { Int64 } from '../types/int64.js';
import type { IterableApiResponse } from '../types/iterable-api-response.js';
import type { UserUpdateRequest } from '../types/user-update.js';

/** An item of a purchase or a cart. */
export interface CommerceItem {
  readonly categories?: readonly string[] | undefined;
  readonly dataFields?: DataFields | undefined;
  readonly description?: string | undefined;
  readonly id: string;
  readonly imageUrl?: string | undefined;
  readonly name: string;
  readonly price: number;
  readonly quantity: number;
  readonly sku?: string | undefined;
  readonly url?: string | undefined;
}

/** Body of `POST /api/commerce/trackPurchase`. */
export interface TrackPurchaseRequest {
  readonly campaignId?: Int64 | undefined;
  /**
   * When it happened: a `Date`, or whole seconds since 1970.
   * @default the time Iterable receives the purchase
   */
  readonly createdAt?: Date | number | undefined;
  readonly dataFields?: DataFields | undefined;
  /**
   * At most 512 bytes. A purchase with a known id is updated, so a repeat has no further
   * effect.
   * @default a UUID, made once per call and kept over all its attempts
   */
  readonly id?: string | undefined;
  readonly items: readonly CommerceItem[];
  readonly templateId?: Int64 | undefined;
  readonly total: number;
  readonly user: UserUpdateRequest;
}

/** Body of `POST /api/commerce/updateCart`. */
export interface UpdateCartRequest {
  readonly items: readonly CommerceItem[];
  readonly user: UserUpdateRequest;
}

/** Purchases and carts. */
export interface CommerceOperations {
  /**
   * Tracks a purchase and empties the user's cart. Creates the user where there is none. May be
   * repeated, because of the id.
   *
   * @throws {@link IterableError}
   */
  trackPurchase(body: TrackPurchaseRequest, options?: CallOptions): Promise<IterableApiResponse>;
  /**
   * Sets the items of a user's cart, which counts as an event. Repeated after a 429 only.
   *
   * @throws {@link IterableError}
   */
  updateCart(body: UpdateCartRequest, options?: CallOptions): Promise<IterableApiResponse>;
}
