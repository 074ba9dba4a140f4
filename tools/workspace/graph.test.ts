import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { copyWorkspace } from './workspace-copy.ts';
import { known, ROOMS } from './rooms.ts';

interface Graph {
  readonly graph: {
    readonly nodes: Readonly<Record<string, { readonly data: { readonly root: string } }>>;
    readonly dependencies: Readonly<Record<string, readonly { readonly target: string }[]>>;
  };
}

it('`nx graph` has the rooms of the design, whom each knows, and nothing else', () => {
  using copy = copyWorkspace();
  copy.run('nx', ['graph', '--file=graph.json']);
  const { graph } = JSON.parse(readFileSync(join(copy.folder, 'graph.json'), 'utf8')) as Graph;
  const found = Object.entries(graph.nodes).map(([name, { data }]) => [
    name,
    data.root,
    [...new Set((graph.dependencies[name] ?? []).map(({ target }) => target))]
      .filter((target) => !target.startsWith('npm:'))
      .sort(),
  ]);
  const designed = Object.entries(ROOMS).map(([name, { root }]) => [name, root, known(name)]);
  expect(found.sort()).toEqual(designed.sort());
});
