const ZONE = String.raw`[+-]\d{2}:\d{2}`;

/**
 * The forms that block/iterable-go, which sends at volume, knows Iterable to take for a date. A space
 * before the time together with a fraction of a second is known to be taken for text.
 */
const FORMS: readonly RegExp[] = [
  String.raw`\d{4}-\d{2}-\d{2}`,
  String.raw`\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}`,
  String.raw`\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} ${ZONE}`,
  String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}(?:Z|${ZONE})`,
].map((form) => new RegExp(`^${form}$`));

const LONGEST = 29;

/** Whether Iterable takes the text for a date: one of the forms, and a day and a time that exist. */
export function isDateText(text: string): boolean {
  // Most texts end here, before any expression is run.
  if (text.length < 10 || text.length > LONGEST || text[4] !== '-' || text[7] !== '-') return false;
  if (!FORMS.some((form) => form.test(text))) return false;
  const day = text.slice(0, 10);
  const time = text.slice(11, 19);
  const start = Date.parse(`${day}T00:00:00Z`);
  // `Date` takes February 30 for March 2.
  if (Number.isNaN(start) || new Date(start).toISOString().slice(0, 10) !== day) return false;
  return time === '' || !Number.isNaN(Date.parse(`${day}T${time}Z`));
}
