/** How rows are read. */
export interface ChunkOptions {
  readonly size: number;
  /** Asked before each row; after `true` nothing more is read. */
  stopped(this: void): boolean;
  /** The source failed. The rows before have been given. */
  failed(this: void, error: unknown): void;
}

/** Reads a source in chunks; what was read is always given, whatever becomes of the source. */
export async function* inChunks<Row>(
  rows: AsyncIterable<Row>,
  { size, stopped, failed }: ChunkOptions,
): AsyncGenerator<Row[]> {
  let chunk: Row[] = [];
  try {
    if (stopped()) return;
    for await (const row of rows) {
      chunk.push(row);
      if (chunk.length < size && !stopped()) continue;
      yield chunk;
      chunk = [];
      if (stopped()) return;
    }
  } catch (error) {
    failed(error);
  }
  if (chunk.length > 0) yield chunk;
}
