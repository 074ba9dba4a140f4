import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLog } from '../../src/log/log.js';
import { fileStamp } from '../../src/log/timestamp.js';

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

  it('can be cut to nothing while it is written, and goes on at its beginning', () => {
    const path = file();
    const log = openLog({ file: path, format: 'text', secrets: [] });
    log.logger('iterable_sync').info('before');
    truncateSync(path);
    log.logger('iterable_sync').info('after');
    expect(readFileSync(path, 'utf8')).toMatch(/^\d.* - after\n$/);
  });

  it('goes on in the file that has its name when it is asked to', () => {
    const path = file();
    const reopen = new Set<() => void>();
    const onReopen = (callback: () => void) => {
      reopen.add(callback);
      return () => reopen.delete(callback);
    };
    const log = openLog({ file: path, format: 'text', secrets: [], onReopen });
    log.logger('iterable_sync').info('before');
    renameSync(path, `${path}.1`);
    for (const callback of reopen) callback();
    log.logger('iterable_sync').info('after');
    expect(readFileSync(`${path}.1`, 'utf8')).toMatch(/ - before\n$/);
    expect(readFileSync(path, 'utf8')).toMatch(/^.* - DEBUG - The log goes on .*\n.* - after\n$/);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    log.close();
    expect(reopen.size).toBe(0);
  });

  it('that cannot be opened anew goes on where it was, and says so', () => {
    const path = file();
    let reopen = (): void => undefined;
    const onReopen = (callback: () => void) => {
      reopen = callback;
      return () => undefined;
    };
    const log = openLog({ file: path, format: 'text', secrets: [], onReopen });
    renameSync(path, `${path}.1`);
    execFileSync('mkfifo', [path]);
    reopen();
    log.logger('iterable_sync').info('after');
    rmSync(path);
    expect(readFileSync(`${path}.1`, 'utf8')).toMatch(
      / - WARNING - .* can't be opened anew \(ENXIO\); the log goes on in this file\n.* - after\n$/,
    );
    expect(log.failure).toBeUndefined();
  });

  it.each(['text', 'json'] as const)(
    'that is redacted has no e-mail address above DEBUG, in %s',
    (format) => {
      const path = file();
      const log = openLog({ file: path, format, secrets: [], redact: true });
      const logger = log.logger('iterable_sync');
      const fields = { failure: { reason: 'of b@example.com', list: ['c@example.com'] } };
      logger.info('a@example.com is <d.e+f@mail.example.com>.', fields);
      logger.warning('a@example.com', fields);
      logger.error('a@example.com', fields);
      expect(readFileSync(path, 'utf8')).not.toContain('@');
      logger.debug('a@example.com');
      expect(readFileSync(path, 'utf8')).toContain('a@example.com');
    },
  );

  it('has no secret in the fields beside a message either', () => {
    const path = file();
    const log = openLog({ file: path, format: 'json', secrets: ['hunter2-hunter2'] });
    log.logger('iterable_sync').error('x', { failure: { reason: 'key hunter2-hunter2', at: [1] } });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      failure: { reason: 'key [redacted]', at: [1] },
    });
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
