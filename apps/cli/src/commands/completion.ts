import type { Command } from 'commander';
import { bashScript } from '../completion/bash-script.js';
import { commandLineOf, type CommandLine } from '../completion/command-line.js';
import { fishScript } from '../completion/fish-script.js';
import type { Shell } from '../completion/shells.js';
import { zshScript } from '../completion/zsh-script.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Io } from '../io.js';
import type { CompletionOptions } from '../program/completion.js';
import { writeJson } from '../session/write-json.js';

const SCRIPTS: Readonly<Record<Shell, (line: CommandLine) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** `iterable-sync completion`: the script of a shell, made of the program's own commands. */
export function completion(
  shell: Shell,
  program: Command,
  { json }: CompletionOptions,
  io: Io,
): ExitCode {
  const script = SCRIPTS[shell](commandLineOf(program));
  if (json) writeJson(io.stdout, { schemaVersion: 1, shell, script });
  else io.stdout.write(script);
  return EXIT.ok;
}

/** What the scripts call for the names of syncs. Whoever presses Tab wants no errors. */
export async function printSyncNames(io: Io): Promise<ExitCode> {
  try {
    const { loadProject } = await import('../project/load-project.js');
    const { project } = await loadProject({ cwd: io.cwd });
    const names = [...project.syncs.keys()].filter((name) => !/[\r\n]/.test(name));
    io.stdout.write(names.map((name) => `${name}\n`).join(''));
  } catch {
    // No names, then.
  }
  return EXIT.ok;
}
