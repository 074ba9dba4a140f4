import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What came of a program. */
export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A fresh folder for a test's files. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'example-'));
}

/** Runs a program in a folder; its environment is what is given, and where programs are. */
export function runProgram(
  program: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<Ended> {
  return new Promise((resolve) => {
    const environment = { PATH: process.env['PATH'] ?? '', ...env };
    execFile(program, args, { cwd, env: environment }, (error, stdout, stderr) => {
      resolve({ exitCode: Number(error?.code ?? 0), stdout, stderr });
    });
  });
}
