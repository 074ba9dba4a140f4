import { bodyExcerpt } from './body-excerpt.js';
import type { Redact } from './redactor.js';

/**
 * How much of a text is looked at. Masks shorten texts, addresses to a fortieth at most, so this
 * keeps a half of one at the cut from ever reaching an excerpt.
 */
const LOOKED_AT = 128 * 1024;

/** How to clean what errors tell. */
export interface Masks {
  /** Takes out the credentials of the request: proxies echo headers in their error pages. */
  readonly secrets: Redact;
  /** Takes out e-mail addresses and the user's identifier. */
  readonly personal: Redact;
}

/** The start of a text, on one line, with nothing in it that may not be told. */
export function excerpt(text: string, masks: Masks, longest?: number): string | undefined {
  return bodyExcerpt(masks.personal(masks.secrets(text).slice(0, LOOKED_AT)), longest);
}
