import { basename } from 'node:path';
import type { Screen } from '../screen/screen.js';
import { showList, type ListItem } from '../screen/show-list.js';
import type { Cell } from '../screen/table.js';
import type { EffectiveConfig } from './effective-config.js';
import type { EffectiveConnectionValue } from './effective-connection.js';
import type { EffectiveSetting } from './effective-settings.js';
import type { EffectiveOption } from './effective-syncs.js';
import { type Origin, originText } from './origin.js';

/** Shows the configuration on the console; settings that are not set only where `verbose` asks for them. */
export function showConfig(config: EffectiveConfig, screen: Screen, verbose: boolean): void {
  const { settings, connection, file, syncs } = config;
  screen.line('INFO', 'Settings', 'strong');
  const shown = settings.filter(({ origin }) => origin !== undefined || verbose);
  showList(screen, 'INFO', { indent: 2, items: shown.map(settingItem) });
  if (connection.length > 0) {
    screen.line('INFO', '');
    screen.line('INFO', 'Connection to the database', 'strong');
    showList(screen, 'INFO', { indent: 2, items: connection.map(connectionItem) });
  }
  for (const { name, options } of syncs) {
    screen.line('INFO', '');
    const from = file === undefined ? 'which comes with the program' : `of ${basename(file)}`;
    screen.line('INFO', `Sync ${name}, ${from}`, 'strong');
    showList(screen, 'INFO', { indent: 2, items: options.map(optionItem) });
  }
}

function settingItem({ name, secret, value, origin }: EffectiveSetting): ListItem {
  if (!origin) return { head: name, texts: [{ text: 'not set', look: 'faint' }, ''] };
  const text = value ?? (secret ? 'set, hidden' : '');
  return { head: name, texts: [text, originCell(origin)] };
}

function connectionItem({ name, value, setting, origin }: EffectiveConnectionValue): ListItem {
  const from = setting === undefined ? originText(origin) : `${setting}, ${originText(origin)}`;
  return { head: name, texts: [value ?? 'set, hidden', { text: from, look: 'faint' }] };
}

function optionItem({ name, value, origin }: EffectiveOption): ListItem {
  return { head: name, texts: [valueText(value), originCell(origin)] };
}

/** A value in a line: SQL without its line breaks, lists without their brackets. */
function valueText(value: unknown): string {
  if (typeof value === 'string') return value.trim().replaceAll(/\s+/g, ' ');
  return Array.isArray(value) ? value.map(valueText).join(', ') : JSON.stringify(value);
}

function originCell(origin: Origin): Cell {
  return { text: originText(origin), look: 'faint' };
}
