import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { WORKSPACE } from '../packages/published-projects.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
}
interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const text = (path: string): string => readFileSync(join(WORKSPACE, path), 'utf8');
const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
const workflows = globSync('.github/workflows/*.yml', { cwd: WORKSPACE }).map((path) => ({
  path,
  text: text(path),
  workflow: parseDocument(text(path)).toJS() as Workflow,
}));

describe.each(workflows)('$path', ({ text, workflow }) => {
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, { steps }]) => steps);

  it('may only read, and each job that may do more is told so', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const more = jobs.filter(([, { permissions }]) => permissions !== undefined);
    expect(more.map(([name, { environment }]) => [name, environment])).toEqual(
      text.includes('id-token: write') ? [['release', 'npm']] : [],
    );
  });

  it('pins each action by its commit, with the version beside it', () => {
    const uses = text.match(/^.*\buses:.*$/gm) ?? [];
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) {
      expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  it('calls scripts that are there, and ends in time', () => {
    for (const [, script] of steps.flatMap(({ run = '' }) => [
      ...run.matchAll(/npm run ([\w:]+)/g),
    ])) {
      expect(Object.keys(scripts)).toContain(script);
    }
    for (const [, job] of jobs) expect(job['timeout-minutes']).toBeLessThanOrEqual(30);
  });

  it('puts nothing that others write into a shell', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });
});

it('every file of settings in YAML is sound', () => {
  const paths = globSync(['.github/**/*.yml', '.github/*.yml'], { cwd: WORKSPACE });
  for (const path of paths) {
    const { errors, warnings } = parseDocument(text(path), { uniqueKeys: true });
    expect([...errors, ...warnings], path).toEqual([]);
  }
});

it('only the release may prove where a package comes from, and only by hand', () => {
  const provers = workflows.filter(({ text }) => text.includes('id-token: write'));
  expect(provers.map(({ path }) => path)).toEqual(['.github/workflows/release.yml']);
  expect(provers.map(({ workflow }) => Object.keys(workflow.on))).toEqual([['workflow_dispatch']]);
});

it('.ci/run does what the README says, and CI calls it', () => {
  expect(text('.ci/run')).toMatch(/^npm ci\nnpm test$/m);
  expect(text('README.md')).toContain('npm ci && npm test');
  expect(workflows.every(({ text }) => text.includes('run: bash .ci/run'))).toBe(true);
});
