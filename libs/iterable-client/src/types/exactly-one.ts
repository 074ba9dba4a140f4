/** A text under exactly one of two names. */
export type ExactlyOne<First extends string, Second extends string> =
  | ({ readonly [Name in First]: string } & { readonly [Name in Second]?: undefined })
  | ({ readonly [Name in Second]: string } & { readonly [Name in First]?: undefined });
