import type { CommandLine, CompletedCommand, Flag } from './command-line.js';

/** The script for zsh. */
export function zshScript({ name, flags, commands }: CommandLine): string {
  const word = name.replaceAll(/\W/g, '_');
  return `#compdef ${name}
# Completion of ${name} in zsh: source <(${name} completion zsh), after compinit
_${word}_syncs() {
  local -a names
  names=("\${(@f)$("$_${word}_program" completion --sync-names 2>/dev/null)}")
  compadd -a names
}
_${word}() {
  local _${word}_program="$words[1]" curcontext="$curcontext" state line
  local -a commands
  commands=(
${commands.map((command) => `    ${quoted(`${command.name}:${command.help}`)}`).join('\n')}
  )
  _arguments -C ${flags.flatMap(specs).join(' ')} '1: :->command' '*:: :->rest'
  case "$state" in
    command) _describe command commands ;;
    rest)
      case "$words[1]" in
${commands.map((command) => commandCase(command, word)).join('\n')}
      esac ;;
  esac
}
if [[ "$funcstack[1]" == _${word} ]]; then _${word} "$@"; else compdef _${word} ${name}; fi
`;
}

function commandCase({ name, flags, words, takesSync }: CompletedCommand, word: string): string {
  const argument = takesSync
    ? [quoted(`1:sync:_${word}_syncs`)]
    : words.length > 0
      ? [quoted(`1:word:(${words.join(' ')})`)]
      : [];
  const lines = [...flags.flatMap(specs), ...argument].map((spec) => ` \\\n            ${spec}`);
  return `        ${name}) _arguments${lines.join('')} ;;`;
}

/** A flag as \`_arguments\` takes it, each form on its own. */
function specs({ long, short, help, value }: Flag): string[] {
  const action =
    value === 'none'
      ? ''
      : value === 'path'
        ? ':path:_files'
        : value === 'text'
          ? ':value: '
          : `:value:(${value.join(' ')})`;
  const text = help.replaceAll(/[\\[\]:]/g, '\\$&');
  // With the equals sign, a value may follow it or come as the next word.
  const ending = value === 'none' ? '' : '=';
  const forms = [`${long}${ending}`, ...(short === undefined ? [] : [short])];
  return forms.map((form) => quoted(`${form}[${text}]${action}`));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
