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
  const output = {
    write: (text: string) => terminal.write(text),
    isTTY: true,
    get columns() {
      return terminal.cols;
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
    resize: async (to: number): Promise<void> => {
      await settled();
      terminal.resize(to, rows);
      events.emit('resize');
    },
  };
}
