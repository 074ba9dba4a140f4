/** Reads one value, not NULL, from PostgreSQL's text. Never throws on what a server sends. */
export type Decoder = (text: string) => unknown;
