import type { CommandLine, Flag } from './command-line.js';

/** The script for fish. */
export function fishScript({ name, flags, commands }: CommandLine): string {
  const names = commands.map((command) => command.name).join(' ');
  const first = `not __fish_seen_subcommand_from ${names}`;
  const lines = [
    `# Completion of ${name} in fish: ${name} completion fish | source`,
    line(name, '-f'),
    ...flags.map((flag) => line(name, `-n ${quoted(first)} ${flagText(flag)}`)),
  ];
  for (const { name: command, help, flags: own, words, takesSync } of commands) {
    const here = `-n ${quoted(`__fish_seen_subcommand_from ${command}`)}`;
    lines.push(line(name, `-n ${quoted(first)} -a ${command} -d ${quoted(help)}`));
    if (words.length > 0) lines.push(line(name, `${here} -a ${quoted(words.join(' '))}`));
    if (takesSync) {
      lines.push(
        line(name, `${here} -a ${quoted(`(${name} completion --sync-names 2>/dev/null)`)}`),
      );
    }
    lines.push(...own.map((flag) => line(name, `${here} ${flagText(flag)}`)));
  }
  return `${lines.join('\n')}\n`;
}

function line(name: string, text: string): string {
  return `complete -c ${name} ${text}`;
}

function flagText({ long, short, help, value }: Flag): string {
  const forms = [`-l ${long.slice(2)}`, ...(short === undefined ? [] : [`-s ${short.slice(1)}`])];
  const takes =
    value === 'none'
      ? []
      : value === 'path'
        ? ['-r -F']
        : value === 'text'
          ? ['-x']
          : [`-x -a ${quoted(value.join(' '))}`];
  return [...forms, ...takes, `-d ${quoted(help)}`].join(' ');
}

/** In fish's single quotes a backslash and a quote are escaped by a backslash. */
function quoted(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&')}'`;
}
