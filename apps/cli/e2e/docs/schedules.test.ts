import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { KNOWN_NAMES } from '../../src/config/variables.js';
import { theFile } from '../cli-process.js';
import { addUsers, createWorld } from '../world.js';
import { guides, pageAt, type Block } from './markdown.js';
import { binaries, titleOf } from './page-story.js';
import { theProgram } from './program.js';

const page = pageAt('docs/scheduling.md');

/** The one block with a title, or else of a language. */
function block(name: string): Block {
  const found = page.blocks.find((each) => titleOf(each) === name || each.language === name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
}

it('every command of every guide is one that the program takes', async () => {
  const commands = guides().flatMap(({ blocks }) => blocks.flatMap(commandsIn));
  expect(commands.length).toBeGreaterThan(10);
  for (const { place, argv } of commands) {
    await expect(theProgram().parseAsync(argv, { from: 'user' }), place).resolves.toBeDefined();
  }
});

/** What follows `iterable-sync`, up to the end of the command. */
function commandsIn({ place, language, code }: Block) {
  if (!['sh', 'crontab', 'ini', 'yaml'].includes(language)) return [];
  const found = code.matchAll(/(?:^|[\s/;&|])iterable-sync +((?!:)[a-z][^\n;&|>]*)/gm);
  return [...found].map(([, rest = '']) => ({ place, argv: rest.trim().split(/ +/) }));
}

describe('cron', () => {
  it('runs the line with its bare environment, and mails nothing where all is well', async () => {
    const world = await createWorld();
    await addUsers(world, 2);
    const folder = mkdtempSync(join(tmpdir(), 'cron-'));
    const settings = Object.entries(world.env).map(([name, value]) => `${name}=${value}\n`);
    writeFileSync(join(folder, '.env'), settings.join(''), { mode: 0o600 });
    const line = block('crontab').code.match(/^\*\/15 (?:\S+ ){4}(.+)$/m)?.[1] ?? '';
    const command = line.replace('/srv/iterable-sync', folder);
    expect(command).not.toBe(line);
    const env = {
      HOME: tmpdir(),
      LOGNAME: 'app',
      SHELL: '/bin/sh',
      PATH: `${binaries()}:/usr/bin:/bin`,
    };
    const run = await promisify(execFile)('/bin/sh', ['-c', command], { cwd: tmpdir(), env });
    expect(run).toEqual({ stdout: '', stderr: '' });
    expect(JSON.parse(theFile(folder, /^integration_results/))).toMatchObject({
      counts: { delivered: 2 },
    });
  });
});

describe('systemd', () => {
  it.each([
    ['/etc/systemd/system/iterable-sync.service', ['Unit', 'Service']],
    ['/etc/systemd/system/iterable-sync.timer', ['Unit', 'Timer', 'Install']],
  ])('%s is sound', (name, sections) => {
    const { code } = block(name);
    expect([...code.matchAll(/^\[(\w+)\]$/gm)].map(([, section]) => section)).toEqual(sections);
    for (const line of code.split('\n')) expect(line).toMatch(/^$|^\[\w+\]$|^[A-Z]\w+=\S/);
  });

  it('the service ends well where the program does', () => {
    expect(block('/etc/systemd/system/iterable-sync.service').code).toContain(
      'SuccessExitStatus=130',
    );
  });
});

describe('Kubernetes', () => {
  const job = parse(block('cronjob.yaml').code) as CronJob;

  it('has the structure of a CronJob of batch/v1', () => {
    expect(job).toMatchObject({ apiVersion: 'batch/v1', kind: 'CronJob' });
    const pod = job.spec.jobTemplate.spec.template.spec;
    expect(pod.restartPolicy).toBe('Never');
    const [container] = pod.containers;
    const mounted = container?.volumeMounts.map(({ name }) => name);
    expect(mounted).toEqual(pod.volumes.map(({ name }) => name));
  });

  it('gives settings that there are, and arguments that the program takes', async () => {
    const [container] = job.spec.jobTemplate.spec.template.spec.containers;
    const names = container?.env.map(({ name }) => name) ?? [];
    expect(names.filter((name) => !KNOWN_NAMES.includes(name))).toEqual([]);
    await theProgram().parseAsync(container?.args ?? [], { from: 'user' });
  });
});

interface CronJob {
  readonly spec: {
    readonly jobTemplate: {
      readonly spec: {
        readonly template: {
          readonly spec: {
            readonly restartPolicy: string;
            readonly containers: readonly {
              readonly args: readonly string[];
              readonly env: readonly { readonly name: string }[];
              readonly volumeMounts: readonly { readonly name: string }[];
            }[];
            readonly volumes: readonly { readonly name: string }[];
          };
        };
      };
    };
  };
}

describe('GitHub Actions', () => {
  it('gives settings that there are, from secrets, and may only read', () => {
    const workflow = parse(block('.github/workflows/sync.yml').code) as {
      readonly permissions: object;
      readonly jobs: Readonly<
        Record<string, { readonly steps: readonly { readonly env?: Record<string, string> }[] }>
      >;
    };
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
    const names = steps.flatMap(({ env = {} }) => Object.keys(env));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => !KNOWN_NAMES.includes(name))).toEqual([]);
  });
});

it('the exit codes are told as the configuration page has them', () => {
  const told = (path: string): string[] =>
    [...pageAt(path).text.matchAll(/^\| (\d[\d, ]*?) +\|/gm)].flatMap(([, codes = '']) =>
      codes.split(', '),
    );
  expect(told('docs/scheduling.md')).toEqual(told('docs/configuration.md'));
});
