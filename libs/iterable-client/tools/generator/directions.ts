import type { Contract } from './contract.ts';
import { type Direction, namesIn } from './type-text.ts';

/** Which types are sent, received, or both, with all that they are made of. */
export function directions(contract: Contract): ReadonlyMap<string, Direction> {
  const found = new Map<string, Direction>();
  const visit = (expression: string, direction: Direction): void => {
    for (const name of namesIn(expression)) {
      const known = found.get(name);
      const now = known === undefined || known === direction ? direction : 'both';
      if (now === known) continue;
      found.set(name, now);
      for (const field of Object.values(contract.types[name]?.fields ?? {})) {
        visit(typeof field === 'string' ? field : field.type, now);
      }
    }
  };
  for (const { body, query, returns, pages } of contract.operations) {
    visit(body ?? '', 'request');
    for (const field of Object.values(query?.fields ?? {})) {
      visit(typeof field === 'string' ? field : field.type, 'request');
    }
    visit(returns, 'response');
    visit(pages?.yields ?? '', 'response');
  }
  return found;
}
