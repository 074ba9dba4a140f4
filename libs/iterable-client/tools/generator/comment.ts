const WIDTH = 96;

/** A TSDoc comment, its paragraphs and tags wrapped. */
export function comment(lines: readonly string[], indent = ''): string {
  const room = WIDTH - indent.length - 3;
  const wrapped = lines.flatMap((line) => wrap(line, room));
  if (wrapped.length === 1 && (wrapped[0] ?? '').length < room - 4) {
    return `${indent}/** ${wrapped[0]} */\n`;
  }
  const body = wrapped.map((line) => `${indent} *${line === '' ? '' : ` ${line}`}\n`).join('');
  return `${indent}/**\n${body}${indent} */\n`;
}

function wrap(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
