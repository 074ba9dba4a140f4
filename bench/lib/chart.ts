import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { type ChartLine, chartRows, isLine, type Verdict } from './chart-rows.ts';
import type { Comparison } from './comparison.ts';
import { figureText, ratioText } from './figure-text.ts';
import type { Report } from './report.ts';

/** In pixels. */
const WIDTH = 1100;
const LINE = 21;
const LEFT = 440;
const RIGHT = 260;
const TOP = 128;
const BOTTOM = 40;

const INK = '#1c2430';
const FAINT = '#647084';
const PROMISE = '#dca11d';
/** On white; told apart by shape, too. */
const VERDICTS: Readonly<Record<Verdict, { readonly colour: string; readonly symbol: string }>> = {
  'promise kept': { colour: '#157a55', symbol: 'circle' },
  'promise not kept': { colour: '#c2412d', symbol: 'diamond2' },
  'no promise': { colour: '#66758f', symbol: 'circle' },
};
const TICKS = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** How many times as good ours is, beside each peer and each promise, as an SVG. */
export function chartOf(reports: readonly Report[]): string {
  const rows = chartRows(reports);
  const lines = rows.filter(isLine);
  const heads = rows.filter(({ head }) => head !== undefined);
  const last = rows.at(-1)?.place ?? 0;
  const domain = domainOf(lines);
  const ticks = TICKS.filter((ratio) => ratio >= domain[0] && ratio <= domain[1]);
  const { document } = parseHTML('<html></html>');
  const svg = Plot.plot({
    document,
    width: WIDTH,
    height: TOP + BOTTOM + (last + 1.4) * LINE,
    marginLeft: LEFT,
    marginRight: RIGHT,
    marginTop: TOP,
    marginBottom: BOTTOM,
    style: { fontSize: '12.5px', fontFamily: 'system-ui, "DejaVu Sans", sans-serif', color: INK },
    x: { type: 'log', domain, axis: null },
    y: { domain: [-0.7, last + 0.7], axis: null, reverse: true },
    symbol: { type: 'identity' },
    marks: [
      Plot.gridX(ticks, { stroke: '#e3e7ed', strokeOpacity: 1 }),
      tickTexts('top', ticks),
      tickTexts('bottom', ticks),
      Plot.ruleX([1], { stroke: INK, strokeWidth: 1.3 }),
      ...promises(lines.filter(({ comparison }) => comparison.atLeast !== undefined)),
      ...ratios(lines),
      ...texts(lines),
      Plot.text(heads, { ...inMargin(12), text: 'head', fill: INK, fontWeight: 'bold' }),
      ...legend(),
    ],
  });
  // linkedom leaves out what a file of its own needs.
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return svg.outerHTML;
}

/** Plot's own axis of such a scale leaves numbers out. */
function tickTexts(frameAnchor: 'top' | 'bottom', ticks: readonly number[]): Plot.Markish {
  return Plot.text(ticks, {
    frameAnchor,
    lineAnchor: 'middle',
    fill: FAINT,
    dy: frameAnchor === 'top' ? -18 : 18,
    x: (ratio: number) => ratio,
    text: (ratio: number) => `${ratio} ×`,
  });
}

/** What the ratios have to be at least. */
function promises(lines: readonly ChartLine[]): Plot.Markish[] {
  const from = of(({ atLeast }) => atLeast);
  const y1 = ({ place }: ChartLine): number => place - 0.4;
  const y2 = ({ place }: ChartLine): number => place + 0.4;
  return [Plot.ruleX(lines, { x: from, y1, y2, stroke: PROMISE, strokeWidth: 4 })];
}

/** A dot for each ratio, on a line that begins where both are alike; a bar between the quartiles. */
function ratios(lines: readonly ChartLine[]): Plot.Markish[] {
  const x = of(({ ratio }) => ratio);
  const common = { y: place, stroke: colour };
  const between = (x1: typeof x | (() => number), x2: typeof x, more: Plot.LinkOptions) =>
    Plot.link(lines, { x1, x2, y1: place, y2: place, stroke: colour, ...more });
  return [
    between(() => 1, x, { strokeWidth: 1.2, strokeOpacity: 0.55 }),
    between(
      of(({ low, ratio }) => low ?? ratio),
      of(({ high, ratio }) => high ?? ratio),
      { strokeWidth: 7, strokeOpacity: 0.3 },
    ),
    Plot.dot(lines, { ...common, x, fill: colour, symbol, r: 4.5 }),
  ];
}

/** On the left what is compared with what, on the right the figures. */
function texts(lines: readonly ChartLine[]): Plot.Markish[] {
  const what = ({ what, setting }: Comparison): string =>
    setting === undefined ? what : `${what}, ${setting}`;
  const figures = ({ ours, theirs, unit }: Comparison): string =>
    `${figureText(ours)} : ${figureText(theirs)} ${unit}`;
  const right = { y: place, frameAnchor: 'right', textAnchor: 'start' } as const;
  return [
    Plot.text(lines, { ...inMargin(24), text: of(what), fill: INK }),
    Plot.text(lines, {
      ...inMargin(LEFT - 14, 'end'),
      text: of(({ other }) => other),
      fill: FAINT,
    }),
    Plot.text(lines, {
      ...right,
      dx: 70,
      textAnchor: 'end',
      fontWeight: 'bold',
      text: of(({ ratio }) => ratioText(ratio)),
      fill: colour,
    }),
    Plot.text(lines, { ...right, dx: 84, text: of(figures), fill: FAINT }),
  ];
}

function legend(): Plot.Markish[] {
  const line = (dx: number, dy: number, text: string, more: Plot.TextOptions = {}) =>
    Plot.text([text], {
      frameAnchor: 'top-left',
      textAnchor: 'start',
      lineAnchor: 'middle',
      dx: dx - LEFT,
      dy: dy - TOP,
      fill: INK,
      ...more,
    });
  return [
    line(12, 24, 'How many times as good', { fontSize: 19, fontWeight: 'bold' }),
    line(
      12,
      50,
      'Ours beside each peer and each promise: right of the line ours is better. A scale by factors.',
      {
        fill: FAINT,
      },
    ),
    line(12, 78, '● promise kept', { fill: VERDICTS['promise kept'].colour }),
    line(132, 78, '◆ promise not kept', { fill: VERDICTS['promise not kept'].colour }),
    line(282, 78, '● no promise', { fill: VERDICTS['no promise'].colour }),
    line(390, 78, '▮ the promise', { fill: '#9a6c00' }),
    line(500, 78, 'Pale bar: quartiles of the rounds', { fill: FAINT }),
    line(WIDTH - RIGHT + 84, 110, 'ours : theirs', { fill: FAINT }),
  ];
}

const place = (row: { readonly place: number }): number => row.place;
const colour = ({ verdict }: ChartLine): string => VERDICTS[verdict].colour;
const symbol = ({ verdict }: ChartLine): string => VERDICTS[verdict].symbol;

/** Takes a figure of a line's comparison. */
function of<T>(figure: (comparison: Comparison) => T): (line: ChartLine) => T {
  return ({ comparison }) => figure(comparison);
}

/** So far from the left edge of the picture. */
function inMargin(pixels: number, textAnchor: 'start' | 'end' = 'start') {
  return { y: place, frameAnchor: 'left', textAnchor, dx: pixels - LEFT } as const;
}

function domainOf(lines: readonly ChartLine[]): [number, number] {
  const all = lines.flatMap(({ comparison: { ratio, low = ratio, high = ratio, atLeast = 1 } }) => [
    low,
    high,
    atLeast,
  ]);
  return [Math.min(0.5, ...all) * 0.9, Math.max(2, ...all) * 1.15];
}
