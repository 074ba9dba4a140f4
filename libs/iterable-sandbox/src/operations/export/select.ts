import type { ExportRow } from './rows.js';

/** Which rows and fields of an export are wanted. */
export interface Selection {
  /** From then on, in milliseconds since 1970. */
  readonly from: number;
  /** Before then. */
  readonly to: number;
  readonly campaignId?: string | undefined;
  readonly only?: readonly string[] | undefined;
  readonly omit: readonly string[];
}

/** The parameters of an export, as the query string or the body has them. */
export type ExportParameters = Readonly<Record<string, unknown>>;

const DAY = 86_400_000;
const DATE =
  /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}:\d{2})(?:\.\d+)?)?(?: ?(Z|[+-]\d{2}:?\d{2}))?$/;

/** Reads what is wanted, or says what is wrong with it. */
export function readSelection(
  parameters: ExportParameters,
  now: number,
): Selection | { readonly problem: string } {
  const { range, startDateTime, endDateTime, onlyFields, omitFields, campaignId } = parameters;
  const today = Math.floor(now / DAY) * DAY;
  const ranges: Readonly<Record<string, readonly [number, number]>> = {
    Today: [today, Infinity],
    Yesterday: [today - DAY, today],
    BeforeToday: [-Infinity, today],
    All: [-Infinity, Infinity],
  };
  const [first, last] = ranges[String(range)] ?? [-Infinity, Infinity];
  const from = startDateTime === undefined ? first : readDate(startDateTime);
  const to = endDateTime === undefined ? last : readDate(endDateTime);
  if (Number.isNaN(from)) return { problem: 'startDateTime must be yyyy-MM-dd HH:mm:ss ZZ' };
  if (Number.isNaN(to)) return { problem: 'endDateTime must be yyyy-MM-dd HH:mm:ss ZZ' };
  const only = names(onlyFields);
  return {
    from,
    to,
    ...(only.length > 0 && { only }),
    omit: names(omitFields),
    ...(campaignId != null && { campaignId: `${campaignId as number}` }),
  };
}

/** Whether a row is wanted; if so, its fields that are. */
export function select(
  { at, fields }: ExportRow,
  wanted: Selection,
): ExportRow['fields'] | undefined {
  const { from, to, campaignId, only, omit } = wanted;
  if (at < from || at >= to) return undefined;
  if (campaignId !== undefined && String(fields['campaignId']) !== campaignId) return undefined;
  if (!only && omit.length === 0) return fields;
  const kept = Object.entries(fields).filter(
    ([name]) => (!only || only.includes(name)) && !omit.includes(name),
  );
  return Object.fromEntries(kept);
}

/** Several values, each perhaps with commas in it. */
function names(value: unknown): string[] {
  const texts = Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
  return texts
    .flatMap((text) => text.split(','))
    .map((name) => name.trim())
    .filter(Boolean);
}

/** Times without a zone are UTC. */
function readDate(value: unknown): number {
  const [, day, time = '00:00:00', zone = 'Z'] = DATE.exec(String(value)) ?? [];
  return day === undefined ? NaN : Date.parse(`${day}T${time}${zone}`);
}
