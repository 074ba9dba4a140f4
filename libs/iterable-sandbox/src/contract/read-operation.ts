import type { Operation, Parameter, Rate, RateScope } from './operation.js';
import type { ObjectSchema, Schema } from './schema.js';
import { readType } from './schemas.js';

/** Bodies with a record for each of many users. */
const RECORDS: Readonly<Record<string, string>> = {
  'users/bulkUpdate': 'users',
  'users/bulkUpdateSubscriptions': 'updateSubscriptionsRequests',
  'events/trackBulk': 'events',
  'lists/subscribe': 'subscribers',
  'lists/unsubscribe': 'subscribers',
};

/** Reads a line of the table of operations. */
export function readOperation(name: string, line: string): Operation {
  const [head = '', parameters = '', body = '', replies = '', rates = ''] = line
    .split('#')
    .map((part) => part.trim());
  const [method, access] = head.split(' ');
  const declared = parameters === '' ? [] : parameters.split(', ');
  const inQuery = declared.filter((text) => !text.startsWith('/'));
  const inPath = declared.filter((text) => text.startsWith('/')).map((text) => text.slice(1));
  const reply = readReply(replies);
  const records = RECORDS[name];
  return {
    method: method as Operation['method'],
    path: `/api/${name.slice(name.indexOf(' ') + 1)}`,
    access: access as Operation['access'],
    statuses: Array.from(replies.matchAll(/\b\d{3}\b/g), ([status]) => Number(status)),
    ...(body !== '' && { body: readType(body) as ObjectSchema }),
    ...(inQuery.length > 0 && { query: readParameters(inQuery) }),
    ...(inPath.length > 0 && { pathParameters: readParameters(inPath) }),
    ...(reply !== undefined && { reply }),
    ...readRates(rates),
    ...(records !== undefined && { records }),
  };
}

const PARAMETER = /^(\w+)(\*?) (.*?)(?:\((\d+)\.\.(\d+)\))?(?:=(\d+))?$/;

function readParameters(texts: readonly string[]): Record<string, Parameter> {
  const entries = texts.map((text): [string, Parameter] => {
    const [, name = '', star, type = '', minimum, maximum, fallback] = PARAMETER.exec(text) ?? [];
    return [
      name,
      {
        schema: readType(type),
        ...(star && { required: true }),
        ...(minimum !== undefined && { minimum: Number(minimum), maximum: Number(maximum) }),
        ...(fallback !== undefined && { default: Number(fallback) }),
      },
    ];
  });
  return Object.fromEntries(entries);
}

/** What the first success that says so answers with. */
function readReply(replies: string): Schema | string | undefined {
  const said = /\b20\d ([^,]+)/.exec(replies)?.[1];
  return said === undefined || said.includes('/') ? said : readType(said);
}

/** `3/1s 1000/86400s project`: at most 3 a second and 1,000 a day, for all callers together. */
function readRates(text: string): { rates: readonly Rate[]; rateScope: RateScope } {
  const rates = Array.from(text.matchAll(/(\d+)\/(\d+)s/g), ([, requests, seconds]) => ({
    requests: Number(requests),
    periodMs: Number(seconds) * 1000,
  }));
  const scope = /\w+$/.exec(text)?.[0] ?? 'project';
  return { rates, rateScope: scope as RateScope };
}
