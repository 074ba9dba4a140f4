import { expect, it } from 'vitest';
import { guides } from './markdown.js';
import { liveThrough } from './page-story.js';

const pages = guides();

it.each(pages.map((page) => [page.path, page] as const))(
  '%s: what it shows works, in its order',
  async (_path, page) => {
    await liveThrough(page);
  },
  600_000,
);

it('says of each command that is not run why', () => {
  const left = pages
    .flatMap(({ blocks }) => blocks)
    .filter(({ info }) => info.includes('no-run'))
    .map(({ place, info }) => `${place.replace(/:\d+$/, '')}: ${info}`);
  expect(left).toEqual([
    'README.md: no-run: it installs and builds',
    'README.md: no-run: it tests all of this',
    'README.md: no-run: it needs a database and a key of yours',
    'docs/commands.md: no-run: a setting of your shell',
    'docs/quick-start.md: no-run: it runs until it is interrupted',
    'docs/scheduling.md: no-run: it needs systemd',
    'docs/security.md: no-run: roles belong to the whole server',
  ]);
});
