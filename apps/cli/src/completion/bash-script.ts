import type { CommandLine, CompletedCommand, Flag } from './command-line.js';

/** The script for bash. */
export function bashScript({ name, flags, commands }: CommandLine): string {
  const word = name.replaceAll(/\W/g, '_');
  const names = commands.map((command) => command.name);
  return `# Completion of ${name} in bash: source <(${name} completion bash)
_${word}() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}" command='' words='' i
  COMPREPLY=()
  # Bash takes --flag=value for three words.
  if [[ $cur == = ]]; then cur=''; elif [[ $prev == = ]]; then prev="\${COMP_WORDS[COMP_CWORD-2]}"; fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in
      ${names.join('|')}) command="\${COMP_WORDS[i]}"; break ;;
    esac
  done
  case "$command $prev" in
${commands.flatMap(valueCases).join('\n')}
  esac
  case "$command" in
    '') words='${[...names, ...forms(flags)].join(' ')}' ;;
${commands.map(commandCase).join('\n')}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  case "$command" in
    ${commands
      .filter(({ takesSync }) => takesSync)
      .map((command) => command.name)
      .join('|')})
      # Names are compared and quoted here: compgen -W would run what is written in them.
      while IFS= read -r i; do
        [[ $i == "$cur"* ]] && COMPREPLY+=("$(printf %q "$i")")
      done < <("$1" completion --sync-names 2>/dev/null) ;;
  esac
}
complete -F _${word} ${name}
`;
}

function valueCases({ name, flags }: CompletedCommand): string[] {
  return flags.flatMap((flag) => {
    const { value } = flag;
    if (value === 'none') return [];
    const patterns = forms([flag]).map((form) => `'${name} ${form}'`);
    return [`    ${patterns.join('|')}) ${reply(value)} ;;`];
  });
}

/** What completes the value of a flag. */
function reply(value: Exclude<Flag['value'], 'none'>): string {
  if (value === 'text') return 'return';
  if (value === 'path') return FILES;
  return `COMPREPLY=($(compgen -W '${value.join(' ')}' -- "$cur")); return`;
}

/** Read line by line, so that a blank in a name is none between names. */
const FILES =
  'compopt -o filenames 2>/dev/null; ' +
  'while IFS= read -r i; do COMPREPLY+=("$i"); done < <(compgen -f -- "$cur"); return';

function commandCase({ name, flags, words }: CompletedCommand): string {
  return `    ${name}) words='${[...words, ...forms(flags)].join(' ')}' ;;`;
}

function forms(flags: readonly Flag[]): string[] {
  return flags.flatMap(({ long, short }) => (short === undefined ? [long] : [short, long]));
}
