import { operationNames, operations, type OperationName } from '../contract/operations.js';
import type { Operation } from '../contract/operation.js';

/** An operation and the values in its path. */
export interface Route {
  readonly name: OperationName;
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

/** Where no operation answers: the methods that this path knows. */
export interface NoRoute {
  readonly methods: readonly string[];
}

interface Template {
  readonly name: OperationName;
  readonly operation: Operation;
  readonly segments: readonly string[];
}

const NO_PARAMS: Readonly<Record<string, string>> = {};
const exact = new Map<string, Route>();
const templates: Template[] = [];

for (const name of operationNames) {
  const operation = operations[name];
  if (operation.path.includes('{')) {
    templates.push({ name, operation, segments: operation.path.split('/') });
  } else exact.set(`${operation.method} ${operation.path}`, { name, operation, params: NO_PARAMS });
}

/** Finds the operation: a literal path goes before one with values in it. */
export function findRoute(method: string, path: string): Route | NoRoute {
  const literal = exact.get(`${method} ${path}`);
  if (literal) return literal;
  const candidates = matchingTemplates(path);
  const match = candidates.find(({ template }) => template.operation.method === method);
  // A literal path with another method is that operation's, not a value: `POST users/getFields`.
  const others = operationNames.filter((name) => operations[name].path === path);
  if (match && others.length === 0) {
    const { name, operation } = match.template;
    return { name, operation, params: match.params };
  }
  const known = others.length > 0 ? others : candidates.map(({ template }) => template.name);
  return { methods: known.map((name) => operations[name].method) };
}

interface Candidate {
  readonly template: Template;
  readonly params: Record<string, string>;
}

function matchingTemplates(path: string): Candidate[] {
  const segments = path.split('/');
  return templates.flatMap((template) => {
    const params = valuesOf(template.segments, segments);
    return params ? [{ template, params }] : [];
  });
}

function valuesOf(
  template: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const params: Record<string, string> = {};
  for (const [i, expected] of template.entries()) {
    const actual = segments[i] ?? '';
    if (expected.startsWith('{')) {
      const value = decodeSegment(actual);
      if (!value) return undefined;
      params[expected.slice(1, -1)] = value;
    } else if (expected !== actual) return undefined;
  }
  return params;
}

function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
