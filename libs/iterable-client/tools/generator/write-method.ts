import { comment } from './comment.ts';
import type { ContractOperation } from './contract.ts';
import { queryName } from './names.ts';
import { typeText } from './type-text.ts';

const PERIODS: Readonly<Record<number, string>> = { 1: 'second', 60: 'minute' };
const SCOPES: Readonly<Record<string, string>> = {
  project: 'project',
  'api-key': 'API key',
  organization: 'organization',
};
const REPEATABLE = {
  yes: 'May be repeated.',
  'with-id': 'May be repeated, because of the id.',
  no: 'Repeated after a 429 only.',
} as const;

/** The declarations of an operation's methods: its own, and the one that goes over its pages. */
export function writeMethod(operation: ContractOperation): string {
  const { about, name, returns, stream, pages } = operation;
  const type = typeText(returns, 'response');
  const result = stream === undefined ? `Promise<${type}>` : `AsyncIterable<${type}>`;
  const own = method(operation, about, name, result);
  if (pages === undefined) return own;
  return own + method(operation, pages.about, pages.name, `AsyncIterable<${pages.yields}>`);
}

function method(operation: ContractOperation, about: string, name: string, result: string): string {
  const lines = [`${about} ${facts(operation)}`];
  if (result.startsWith('AsyncIterable')) lines.push('', LAZY);
  lines.push('', '@throws {@link IterableError}');
  const text = `${name}(${parameters(operation).join(', ')}): ${result};\n`;
  return `${comment(lines, '  ')}  ${text}`;
}

const LAZY = 'Nothing is sent before the first step of a loop over it; each loop begins anew.';

function facts(operation: ContractOperation): string {
  const { rate, maxBodyBytes, maxRequestsPerDay, maxRunning, repeatable } = operation;
  const parts: string[] = [];
  if (rate !== undefined) {
    const period = PERIODS[rate.periodSeconds] ?? `${rate.periodSeconds} seconds`;
    const scope = SCOPES[rate.scope] ?? rate.scope;
    parts.push(
      `${number(rate.requests)} request${rate.requests === 1 ? '' : 's'} a ${period} per ${scope}.`,
    );
  }
  if (maxRequestsPerDay !== undefined) parts.push(`${number(maxRequestsPerDay)} a day.`);
  if (maxBodyBytes !== undefined) parts.push(`At most ${number(maxBodyBytes)} bytes a request.`);
  if (maxRunning !== undefined) parts.push(`At most ${number(maxRunning)} run at a time.`);
  parts.push(REPEATABLE[repeatable]);
  return parts.join(' ');
}

const number = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

function parameters(operation: ContractOperation): string[] {
  const { pathParams = {}, query, body, bodyOptional } = operation;
  const list = Object.entries(pathParams).map(
    ([name, type]) => `${name}: ${typeText(type, 'request')}`,
  );
  if (query !== undefined) {
    list.push(`query${isOptional(operation) ? '?' : ''}: ${queryName(operation)}`);
  }
  if (body !== undefined) list.push(`body${bodyOptional ? '?' : ''}: ${body}`);
  return [...list, 'options?: CallOptions'];
}

/** Whether a query may be left out: nothing in it is required. */
export function isOptional({ query }: ContractOperation): boolean {
  if (query?.exactlyOne !== undefined) return false;
  return !Object.keys(query?.fields ?? {}).some((key) => key.endsWith('*'));
}
