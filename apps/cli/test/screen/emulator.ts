import xterm from '@xterm/headless';
import { EventEmitter } from 'node:events';
import { capturedIo } from '../captured-io.js';

/** A terminal emulator, and a world whose console it is. */
export function emulatedIo(columns: number, rows = 12) {
  const terminal = new xterm.Terminal({
    cols: columns,
    rows,
    allowProposedApi: true,
    // As a terminal's driver does it.
    convertEol: true,
  });
  const events = new EventEmitter();
  // The size that the program knows of; the terminal may have another for a moment.
  let known = columns;
  const output = {
    write: (text: string) => terminal.write(text),
    isTTY: true,
    get columns() {
      return known;
    },
  };
  const { io } = capturedIo({
    stdout: output,
    stderr: output,
    onResize: (callback) => {
      events.on('resize', callback);
      return () => events.off('resize', callback);
    },
  });
  const resize = async (to: number, meanwhile?: () => void): Promise<void> => {
    await settled();
    terminal.resize(to, rows);
    meanwhile?.();
    known = to;
    events.emit('resize');
  };
  /** Resolves once all that was written is on the screen. */
  const settled = () => new Promise<void>((resolve) => terminal.write('', resolve));
  return {
    io,
    /** The lines that are on the screen and above it, without the empty ones at the end. */
    lines: async (): Promise<string[]> => {
      await settled();
      const { active } = terminal.buffer;
      const all = Array.from(
        { length: active.length },
        (_, row) => active.getLine(row)?.translateToString(true) ?? '',
      );
      return all.slice(0, all.findLastIndex((line) => line !== '') + 1);
    },
    /** Resizes the terminal; the program hears of it after what happens meanwhile. */
    resize,
  };
}
