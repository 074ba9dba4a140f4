import { describe, expect, it } from 'vitest';
import { CliError } from '../../src/errors/cli-error.js';
import { EXIT } from '../../src/exit-code.js';
import { Examination, exitCodeOf, type CheckResult } from '../../src/doctor/examination.js';
import { failed, ok, skipped, warning } from '../../src/doctor/finding.js';

function examination({ timeLimitMs = 60_000, stop = new AbortController().signal } = {}) {
  const told: string[] = [];
  const exam = new Examination({
    timeLimitMs,
    stop,
    onChecked: ({ name, status }) => told.push(`${name}: ${status}`),
  });
  return { exam, told };
}

const head = (name: string) => ({ name, exitCode: EXIT.database });
const never = (): Promise<never> => new Promise(() => undefined);

describe('checks', () => {
  it('run one after another, and each is told when it is done', async () => {
    const { exam, told } = examination();
    await exam.check(head('a'), [], () => ok('fine'));
    await exam.check(head('b'), [], () => warning('odd', 'look at it'));
    await exam.check(head('c'), [], () => failed('broken'));
    expect(told).toEqual(['a: ok', 'b: warning', 'c: failed']);
    expect(exam.results[1]).toMatchObject({ name: 'b', found: 'odd', advice: 'look at it' });
  });

  it('build on what others found, a warning included', async () => {
    const { exam } = examination();
    const one = await exam.check(head('one'), [], () => ok('1', { value: 1 }));
    const two = await exam.check(head('two'), [one], ([value]) =>
      warning('odd', 'look', { value: value + 1 }),
    );
    await exam.check(head('sum'), [one, two], ([a, b]) => ok(String(a + b)));
    expect(exam.results.at(-1)).toMatchObject({ status: 'ok', found: '3' });
  });

  it.each([
    ['failed', () => failed('broken')],
    ['was skipped', () => skipped('no')],
  ])('are skipped where one that they need %s', async (_how, finding) => {
    const { exam } = examination();
    const first = await exam.check(head('first'), [], finding);
    const second = await exam.check<[typeof first], number>(head('second'), [first], () => {
      throw new Error('must not be asked');
    });
    await exam.check(head('third'), [second], () => ok('x'));
    expect(exam.results.slice(1)).toMatchObject([
      { status: 'skipped', found: 'needs first' },
      { status: 'skipped', found: 'needs second' },
    ]);
  });

  it('that throw what is expected fail with its message and their own exit code', async () => {
    const { exam } = examination();
    await exam.check(head('a'), [], () => {
      throw new CliError('KEY', EXIT.usage, 'what was found');
    });
    expect(exam.results).toMatchObject([
      { status: 'failed', found: 'what was found', exitCode: EXIT.database },
    ]);
  });

  it('that throw anything else are a fault of this program, and the next follows', async () => {
    const { exam } = examination();
    await exam.check(head('a'), [], () => Promise.reject(new RangeError('oops')));
    await exam.check(head('b'), [], () => ok('fine'));
    expect(exam.results).toMatchObject([
      { status: 'failed', found: expect.stringContaining('fault of iterable-sync'), exitCode: 6 },
      { status: 'ok' },
    ]);
  });

  it('that take too long fail, whether or not they heed their signal', async () => {
    const { exam } = examination({ timeLimitMs: 20 });
    await exam.check(head('deaf'), [], never);
    await exam.check(
      head('heeding'),
      [],
      (_, signal) =>
        new Promise<never>((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Error('cut off')));
        }),
    );
    const slow = { status: 'failed', found: 'not done within 0.02 s', exitCode: EXIT.database };
    expect(exam.results).toMatchObject([slow, slow]);
  });

  it('end when they are told to stop', async () => {
    const stop = new AbortController();
    const { exam, told } = examination({ stop: stop.signal });
    const waiting = exam.check(head('a'), [], never);
    stop.abort(new Error('enough'));
    await expect(waiting).rejects.toThrow('enough');
    await expect(exam.check(head('b'), [], () => ok('x'))).rejects.toThrow('enough');
    expect(told).toEqual([]);
  });
});

describe('the exit code', () => {
  const result = (exitCode: CheckResult['exitCode'], status: CheckResult['status'] = 'failed') =>
    ({ name: 'a', status, found: '', details: [], durationMs: 0, exitCode }) as const;

  it.each([
    [[], 0],
    [[result(2, 'ok'), result(4, 'warning'), result(3, 'skipped')], 0],
    [[result(5), result(3), result(4), result(2)], 2],
    [[result(5), result(3), result(4)], 4],
    [[result(5), result(3)], 3],
    [[result(6), result(5)], 5],
    [[result(6)], 6],
  ])('%#', (results, expected) => {
    expect(exitCodeOf(results)).toBe(expected);
  });
});
