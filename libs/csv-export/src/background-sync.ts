import type { FileHandle } from 'node:fs/promises';

/** So much is written before the disk is asked to take it. */
const SYNC_BYTES = 33_554_432;

/** Brings a file to the disk while it is written, so that little is left to wait for at its end. */
export interface BackgroundSync {
  /**
   * To be called after each write.
   *
   * @throws what went wrong with the disk before.
   */
  written(bytes: number): void;
  /** Waits for what is under way. Rejects as `written` throws: the system tells of an error only once. */
  settled(): Promise<void>;
}

export function backgroundSync(handle: FileHandle): BackgroundSync {
  let waiting = 0;
  let underWay: Promise<void> | undefined;
  let failure: { readonly error: unknown } | undefined;

  function check(): void {
    if (failure) throw failure.error;
  }

  async function sync(): Promise<void> {
    try {
      await handle.datasync();
    } catch (error) {
      failure = { error };
    }
    underWay = undefined;
  }

  return {
    written(bytes) {
      check();
      waiting += bytes;
      if (waiting < SYNC_BYTES || underWay) return;
      waiting = 0;
      underWay = sync();
    },
    async settled() {
      await underWay;
      check();
    },
  };
}
