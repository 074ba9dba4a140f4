import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { runCli, theFile } from './cli-process.js';
import { printed } from './printed.js';

const HEADER =
  'id,email,first_name,last_name,plan_type,candidate,page,device,browser,location,event_time';

it('the demo runs the main job on parts of its own, whatever is set, and shows what Iterable holds', async () => {
  const { exitCode, stdout, stderr, folder } = await runCli(['demo'], {
    env: {
      DATABASE_URL: 'postgres://127.0.0.1:1/nowhere',
      ITERABLE_BASE_URL: 'https://example.com',
    },
  });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  const csv = theFile(folder, /^query_results_\d{8}_\d{6}\.csv$/);
  expect(csv.split(/\r?\n/)[0]).toBe(HEADER);
  const rows = parse(csv, { columns: true }) as unknown as { email: string; plan_type: string }[];
  expect(rows).toHaveLength(3);
  expect(rows.every((row) => row.plan_type === 'pro')).toBe(true);
  expect(csv).not.toMatch(/free\.plan|long\.ago|never\.seen/);
  expect(stdout).toContain('The local Iterable now holds 3 users and 3 events.');
  expect(stdout).toContain('"eventName": "recent_engagement"');
  expect(stdout).toContain('npx iterable-sync run');
  expect(JSON.parse(theFile(folder, /^integration_results/))).toMatchObject({
    counts: { rows: 3, delivered: 3 },
  });
});

it('--jwt signs for each user, --flaky shows retries, --json gives the results alone and the talk to stderr', async () => {
  const cli = await runCli(['demo', '--jwt', '--flaky', '--users', '5', '--json']);
  expect(cli.exitCode).toBe(0);
  expect(printed('results', cli)).toMatchObject({ counts: { rows: 5, delivered: 5 } });
  const { stderr } = cli;
  expect(stderr).toContain('Using JWT authentication');
  expect(stderr).toContain('Retryable error 503 from users/update. Retrying in 1.');
  expect(stderr).toContain('Retryable error 502 from users/update. Retrying in 2.');
  expect(stderr).toMatch(/^users\/update +5 +0 +502 × 1, 503 × 1 +3\.\d s /m);
  expect(stderr).toContain('✓ Successful (both API calls): 5');
  expect(stderr).toContain('The local Iterable now holds 5 users and 5 events.');
  expect(stderr).toContain('npx iterable-sync run');
});
