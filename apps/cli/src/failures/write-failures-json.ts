import type { Output } from '../io.js';
import type { FailureList } from './failure-list.js';

/**
 * Writes failures as one JSON object, record by record, so that their number does not matter: see
 * `schemas/failures.schema.json`. `schemaVersion` changes when the meaning of a field does.
 */
export async function writeFailuresJson(
  output: Output,
  list: FailureList,
  ledgerFound: boolean,
): Promise<void> {
  output.write(`{\n  "schemaVersion": 1,\n  "ledgerFound": ${String(ledgerFound)},\n`);
  output.write('  "failures": [');
  let separator = '\n';
  for await (const record of list) {
    output.write(`${separator}    ${JSON.stringify(record)}`);
    separator = ',\n';
    await output.drained?.();
  }
  const { tally, omitted, left } = list;
  const codes = Object.fromEntries(tally.sorted().map(({ code, count }) => [code, count]));
  const rest = JSON.stringify({ records: tally.records, omitted, left, codes }, null, 2);
  output.write(`${separator === '\n' ? '' : '\n  '}],${rest.slice(1)}\n`);
}
