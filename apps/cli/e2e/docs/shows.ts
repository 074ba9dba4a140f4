/**
 * Whether a console shows a line of the documentation. `…` stands for whatever differs from case to
 * case; on the console a long line may go on in the next, which is told from a new one by nothing but
 * blanks.
 */
export function shows(shown: string, line: string): boolean {
  const pattern = line
    .trim()
    .split('…')
    .map((part) => part.trim().split(/\s+/).map(escape).join('\\s+'))
    .join('.*?');
  return new RegExp(pattern).test(shown);
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
