import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LiveLine } from '../../src/screen/live-line.js';
import { Screen } from '../../src/screen/screen.js';
import { LaggingTerminal, type Reflow } from './lagging-terminal.js';

/** What happens to a program and its terminal, in any order. */
type Step =
  | { readonly does: 'tell'; readonly length: number }
  | { readonly does: 'draw' }
  | { readonly does: 'arrive'; readonly writes: number; readonly characters: number }
  | { readonly does: 'resize'; readonly columns: number }
  | { readonly does: 'tellSize' };

const columns = fc.integer({ min: 12, max: 120 });

function steps(characters: fc.Arbitrary<number>): fc.Arbitrary<Step[]> {
  const step = fc.oneof(
    fc.record({ does: fc.constant('tell'), length: fc.integer({ min: 0, max: 150 }) }),
    fc.record({ does: fc.constant('draw') }),
    fc.record({ does: fc.constant('arrive'), writes: fc.integer({ min: 0, max: 6 }), characters }),
    fc.record({ does: fc.constant('resize'), columns }),
    fc.record({ does: fc.constant('tellSize') }),
  ) as fc.Arbitrary<Step>;
  return fc.array(step, { maxLength: 60, size: 'max' });
}

interface Told {
  readonly terminal: LaggingTerminal;
  readonly lines: readonly string[];
}

/** Takes the steps; in the end all has arrived. */
async function take(taken: readonly Step[], first: number, reflow: Reflow): Promise<Told> {
  const terminal = new LaggingTerminal(first, reflow);
  const screen = new Screen(terminal.io, { level: 'INFO' });
  const lines: string[] = [];
  const tell = (length: number): void => {
    lines.push(`#${String(lines.length)}${'-'.repeat(length)}`);
    screen.line('INFO', lines.at(-1) ?? '');
  };
  tell(5);
  const live = screen.live();
  if (!live) throw new Error('no live line');
  let frames = 0;
  const draw = (line: LiveLine): void => {
    const sign = '=+'.charAt((frames += 1) % 2);
    line.draw((room) => sign.repeat(room));
  };
  draw(live);
  for (const step of taken) {
    if (step.does === 'tell') tell(step.length);
    else if (step.does === 'draw') draw(live);
    else if (step.does === 'arrive') await terminal.arrive(step.writes, step.characters);
    else if (step.does === 'resize') terminal.resize(step.columns);
    else terminal.tellSize();
  }
  terminal.tellSize();
  await terminal.arriveAll();
  live.end();
  tell(5);
  await terminal.arriveAll();
  return { terminal, lines };
}

const isBar = (line: string): boolean => /^[=+]+$/.test(line);
/** By its number a line is known, even where the terminal has cut it. */
const numberOf = (line: string): string | undefined => /^#\d+/.exec(line)?.[0];

const RUNS = { numRuns: 60 };

describe('a live line, whatever the terminal’s size when what was written arrives', () => {
  it.each(['all', 'all but the cursor’s', 'none'] as const)(
    'takes no line away, though it be halfway there; the terminal breaks lines anew: %s',
    async (reflow) => {
      const anywhere = steps(fc.integer({ min: 0, max: 200 }));
      await fc.assert(
        fc.asyncProperty(anywhere, columns, async (taken, first) => {
          const { terminal, lines } = await take(taken, first, reflow);
          const numbers = terminal.lines().flatMap((line) => numberOf(line) ?? []);
          expect(numbers).toEqual(lines.map(numberOf));
        }),
        RUNS,
      );
    },
  );

  // Where it breaks the cursor's line too, this emulator, unlike others, lets the cursor go to its end.
  it.each(['all but the cursor’s', 'none'] as const)(
    'leaves nothing of itself behind; the terminal breaks lines anew: %s',
    async (reflow) => {
      await fc.assert(
        fc.asyncProperty(steps(fc.constant(0)), columns, async (taken, first) => {
          const { terminal, lines } = await take(taken, first, reflow);
          const shown = terminal.lines();
          expect(shown.filter(isBar)).toEqual([shown.at(-2)]);
          const others = shown.filter((line) => !isBar(line));
          expect(others.map(numberOf)).toEqual(lines.map(numberOf));
          if (reflow !== 'none') expect(others).toEqual(lines);
        }),
        RUNS,
      );
    },
  );
});
