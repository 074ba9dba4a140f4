import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** An empty folder, removed with all that is in it when the test is over. */
export interface TemporaryFolder {
  readonly path: string;
  /** A path in it. */
  file(name: string): string;
  /** What is in it, hidden files too. */
  names(): string[];
}

export function temporaryFolder(): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'csv-export-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    file: (name) => join(path, name),
    names: () => readdirSync(path).sort(),
  };
}
