import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The root of the repository. */
export const WORKSPACE = join(import.meta.dirname, '../../../..');

/** A piece of code in a page. */
export interface Block {
  /** `docs/quick-start.md:12`, for messages. */
  readonly place: string;
  /** The first word after the backticks. */
  readonly language: string;
  /** What follows it, such as `title="sql/plans.sql"`. */
  readonly info: string;
  readonly code: string;
}

/** A file of Markdown. */
export interface Page {
  /** From the root of the repository. */
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** Reads a page. */
export function pageAt(path: string): Page {
  const text = readFileSync(join(WORKSPACE, path), 'utf8');
  const blocks = [...text.matchAll(FENCED)].map((found): Block => {
    const [, , head = '', code = ''] = found;
    const line = text.slice(0, found.index).split('\n').length;
    const [language = '', ...rest] = head.trim().split(/\s+/);
    return { place: `${path}:${String(line)}`, language, info: rest.join(' '), code };
  });
  return { path, text, blocks };
}

/** The guides, and what people read first. */
export function guides(): Page[] {
  const found = globSync('docs/*.md', { cwd: WORKSPACE }).sort();
  return ['README.md', ...found].map(pageAt);
}

/** A page's text without code: what is said in it. */
export function proseOf({ text }: Pick<Page, 'text'>): string {
  return text.replaceAll(FENCED, '').replaceAll(/`[^`\n]*`/g, '');
}

/** The anchors that GitHub gives the headings of a page. */
export function anchorsOf({ text }: Pick<Page, 'text'>): Set<string> {
  const anchors = new Set<string>();
  for (const [, heading = ''] of text.replaceAll(FENCED, '').matchAll(/^#{1,6} +(.+?) *$/gm)) {
    const words = heading.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase();
    const anchor = words.replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '').replaceAll(' ', '-');
    let unique = anchor;
    for (let again = 1; anchors.has(unique); again += 1) unique = `${anchor}-${String(again)}`;
    anchors.add(unique);
  }
  return anchors;
}

const FENCED = /^(`{3,})([^\n`]*)\n(.*?)^\1 *$/gms;
