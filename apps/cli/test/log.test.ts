import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLog } from '../src/log/log.js';
import { fileStamp } from '../src/log/timestamp.js';

const file = (): string => join(mkdtempSync(join(tmpdir(), 'log-')), 'run.log');

describe('the log', () => {
  it('has a line for each message: time, room, level, text', () => {
    const path = file();
    const log = openLog({ file: path, format: 'text', secrets: [] });
    log.logger('iterable_client').debug('Attempt 1/3 for users/update');
    log.logger('iterable_client').warning('Retryable error 503');
    log.logger('iterable_sync').error('two\nlines with {braces} and %s');
    log.close();
    expect(log.failure).toBeUndefined();
    const time = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d`;
    expect(readFileSync(path, 'utf8')).toMatch(
      new RegExp(
        `^${time} - iterable_client - DEBUG - Attempt 1/3 for users/update\n` +
          `${time} - iterable_client - WARNING - Retryable error 503\n` +
          `${time} - iterable_sync - ERROR - two ⏎ lines with \\{braces\\} and %s\n$`,
      ),
    );
  });

  it('is JSON, an object a line, where that is asked for', () => {
    const path = file();
    const log = openLog({ file: path, format: 'json', secrets: [] });
    log.logger('iterable_client').info('hello', { record: 7 });
    log.close();
    const entry: unknown = JSON.parse(readFileSync(path, 'utf8'));
    expect(entry).toEqual({
      level: 'INFO',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
      logger: 'iterable_client',
      record: 7,
      message: 'hello',
    });
  });

  it.each(['text', 'json'] as const)('never holds a secret, in %s', (format) => {
    const path = file();
    const secret = 'to"p\\secret';
    const log = openLog({ file: path, format, secrets: [secret, 'iterable'] });
    log.logger('iterable_sync').info(`the key is ${secret}, ${secret}`);
    log.close();
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('the key is [redacted], [redacted]');
    expect(text).toContain('iterable_sync');
  });

  it('lets no message move the cursor or forge a line', () => {
    const path = file();
    const log = openLog({ file: path, format: 'text', secrets: [] });
    log.logger('iterable_sync').info('a\rb\u001b[2Jc\u2028d');
    log.close();
    expect(readFileSync(path, 'utf8')).toContain('a\\u000db\\u001b[2Jc\\u2028d\n');
  });

  it('that can no longer be written says so', () => {
    const log = openLog({ file: '/dev/full', format: 'text', secrets: [] });
    log.logger('iterable_sync').info('lost');
    expect(log.failure).toMatchObject({ code: 'ENOSPC' });
  });

  it('that is a pipe without a reader is an error and no wait', () => {
    const path = file();
    execFileSync('mkfifo', [path]);
    expect(() => openLog({ file: path, format: 'text', secrets: [] })).toThrow(/ENXIO/);
  });

  it('is appended to, and readable by its owner only', () => {
    const path = file();
    for (const message of ['first', 'second']) {
      const log = openLog({ file: path, format: 'text', secrets: [] });
      log.logger('iterable_sync').info(message);
      log.close();
    }
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(3);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  it('that cannot be written is told at once', () => {
    const options = { file: '/dev/null/run.log', format: 'text', secrets: [] } as const;
    expect(() => openLog(options)).toThrow(
      /LOG_FILE \/dev\/null\/run.log can't be written \(ENOTDIR\)/,
    );
  });
});

it('stamps of files have the time in UTC', () => {
  expect(fileStamp(new Date('2026-01-13T14:30:45.999Z'))).toBe('20260113_143045');
});
