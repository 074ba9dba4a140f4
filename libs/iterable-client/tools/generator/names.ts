import type { Contract, ContractOperation } from './contract.ts';

/** `inAppWeb` as `InAppWeb`. */
const pascal = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** `inAppWeb` as `in-app-web`. */
export const kebab = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The type of the parameters of an operation's query. */
export const queryName = ({ group, name }: ContractOperation): string =>
  `${pascal(group)}${pascal(name)}Query`;

/** The interface of a group. */
export const interfaceName = (group: string): string => `${pascal(group)}Operations`;

/**
 * The name of an operation in errors and statistics: its path without `/api/`, and the method in
 * front where several operations share the path.
 */
export function operationName(
  { operations }: Contract,
  { method, path }: ContractOperation,
): string {
  const shared = operations.filter((each) => each.path === path).length > 1;
  const name = path.replace(/^\/api\//, '');
  return shared ? `${method} ${name}` : name;
}
