import type { Output } from '../io.js';

/** Writes a result as JSON, for people's eyes as for programs. */
export function writeJson(output: Output, value: object): void {
  output.write(`${JSON.stringify(value, null, 2)}\n`);
}
