import { join } from 'node:path';
import type { Screen } from '../screen/screen.js';
import type { InitResult } from './init-result.js';

/** Says what became of the files, with their whole paths where `verbose` asks for it, and how to go on. */
export function tellInit(result: InitResult, screen: Screen, verbose: boolean): void {
  const say = (text: string): void => screen.line('INFO', text);
  for (const { path, state } of result.files) {
    const rights = path === '.env' ? ', readable by you alone' : '';
    const name = verbose ? join(result.folder, path) : path;
    say(state === 'written' ? `✓ Wrote ${name}${rights}` : `= Kept ${name}, which was there`);
  }
  if (result.missingPatterns.length > 0) {
    screen.line('WARNING', '⚠ Add these lines to .gitignore: what they name is not for others');
    for (const pattern of result.missingPatterns) screen.line('WARNING', `    ${pattern}`);
  }
  say('');
  screen.line('INFO', 'Next', 'strong');
  for (const [place, step] of result.next.entries()) say(`  ${String(place + 1)}. ${step}`);
}
