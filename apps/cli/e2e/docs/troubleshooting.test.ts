import { expect, it } from 'vitest';
import { pageAt } from './markdown.js';
import { shows } from './shows.js';
import { csvSymptoms } from './symptoms/csv.js';
import { fieldSymptoms } from './symptoms/fields.js';
import { jwtSymptoms } from './symptoms/jwt.js';
import { retrySymptoms } from './symptoms/retries.js';
import { runSymptoms } from './symptoms/runs.js';
import { settingSymptoms } from './symptoms/settings.js';
import type { Symptoms } from './symptoms/symptom.js';

const SYMPTOMS: Symptoms = {
  ...csvSymptoms,
  ...jwtSymptoms,
  ...retrySymptoms,
  ...fieldSymptoms,
  ...runSymptoms,
  ...settingSymptoms,
};

const { text } = pageAt('docs/troubleshooting.md');
/** A block of what is shown, and what is said of it: cause, what to do, exit code. */
const entries = [
  ...text.matchAll(/^```text symptom: (\S+)\n(.*?)^```\n(.*?)(?=^```|^#|$(?![^]))/gms),
].map(([, name = '', shown = '', said = '']) => ({ name, lines: shown.trim().split('\n'), said }));

it('has an entry for each symptom that is brought about here, and for no other', () => {
  expect(entries.map(({ name }) => name).sort()).toEqual(Object.keys(SYMPTOMS).sort());
});

it.each(entries)('$name: the message is the one that is shown', async ({ name, lines, said }) => {
  const { exitCode, stdout, stderr } = (await SYMPTOMS[name]?.()) ?? {};
  const shown = `${stdout ?? ''}${stderr ?? ''}`;
  for (const line of lines) {
    expect(shows(shown, line), `${line}\nis not in\n${shown}`).toBe(true);
  }
  expect(exitCode).toBe(Number(/Exit\s+code (\d+)/.exec(said)?.[1] ?? 0));
});
