import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { pageAt, WORKSPACE } from './markdown.js';

const { text } = pageAt('docs/guarantees.md');
const backed = [...text.matchAll(/^- \[([^\]]+)\]\(\.\.\/([^)]+)\): “([^”]+)”$/gm)].map(
  ([, name = '', path = '', title = '']) => ({ name, path, title }),
);

describe('what is promised', () => {
  it.each(backed)('is backed by $path: $title', ({ name, path, title }) => {
    expect(name).toBe(path);
    expect(titlesIn(path)).toContain(title);
  });

  it('is backed line by line', () => {
    const promises = text.split(/^## /m).slice(1, -1);
    const without = promises.filter((promise) => !promise.includes('\n- ['));
    expect(without.map((promise) => promise.split('\n')[0])).toEqual([]);
    expect(text.match(/^- \[/gm)).toHaveLength(backed.length);
  });
});

/** The titles of a file's tests and suites, as they are written. */
function titlesIn(path: string): string[] {
  const source = readFileSync(join(WORKSPACE, path), 'utf8');
  const titles: string[] = [];
  const visit = (node: ts.Node): void => {
    const [first] = ts.isCallExpression(node) ? node.arguments : [];
    if (first && ts.isStringLiteralLike(first)) titles.push(first.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest));
  return titles;
}
