import type { ValuePath } from './path-text.js';

/** Refuses a value: throws the error that names its place and says what is wrong with it. */
export type Refuse = (path: ValuePath, problem: string) => never;
