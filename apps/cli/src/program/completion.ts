import { Argument, Option } from 'commander';
import { SHELLS, type Shell } from '../completion/shells.js';
import { addOutputFlags, type CommonOptions } from './common-flags.js';
import type { Program } from './program.js';

/** What `completion` is called with. */
export interface CompletionOptions extends CommonOptions {
  readonly syncNames?: true;
}

/** `iterable-sync completion`. */
export function addCompletion({ program, io, end }: Program): void {
  const command = program
    .command('completion')
    .description('print a script that completes commands, flags and names of syncs')
    .addArgument(new Argument('[shell]', 'the shell it is for').choices(SHELLS))
    // What the scripts call; it is no use to people.
    .addOption(new Option('--sync-names').hideHelp());
  addOutputFlags(command)
    .addHelpText('after', EXAMPLES)
    .action(async (shell: Shell | undefined, options: CompletionOptions) => {
      const { completion, printSyncNames } = await import('../commands/completion.js');
      if (options.syncNames) end(await printSyncNames(io));
      else if (shell === undefined) command.error(`error: name the shell: ${SHELLS.join(', ')}`);
      else end(completion(shell, program, options, io));
    });
}

const EXAMPLES = `
Examples:
  source <(iterable-sync completion bash)    # in ~/.bashrc
  source <(iterable-sync completion zsh)     # in ~/.zshrc, after compinit
  iterable-sync completion fish > ~/.config/fish/completions/iterable-sync.fish`;
