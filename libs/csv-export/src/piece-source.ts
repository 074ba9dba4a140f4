/** A CSV on its way to where it is written. */
export interface PieceSource<Piece extends string | Uint8Array = string | Uint8Array> {
  /** The CSV in pieces; asked for once. */
  pieces(signal: AbortSignal | undefined): AsyncGenerator<Piece, void, undefined>;
  /** What went wrong with the source, as against the place where it goes. */
  readonly failure: { readonly error: unknown } | undefined;
}

/** A source that remembers what its pieces threw. */
export function pieceSource<Piece extends string | Uint8Array>(
  pieces: (signal: AbortSignal | undefined) => AsyncIterable<Piece>,
): PieceSource<Piece> {
  let failure: PieceSource['failure'];
  return {
    async *pieces(signal) {
      try {
        yield* pieces(signal);
      } catch (error) {
        if (!signal?.aborted) failure = { error };
        throw error;
      }
    },
    get failure() {
      return failure;
    },
  };
}
