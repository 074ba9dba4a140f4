import type { ExitCode } from '../exit-code.js';

export type CheckStatus = 'ok' | 'warning' | 'failed' | 'skipped';

/** What a check found, and what to do about it. */
export interface Finding<Value = undefined> {
  readonly status: CheckStatus;
  readonly found: string;
  readonly advice?: string;
  /** What is told where all is to be told. */
  readonly details?: readonly string[];
  /** What later checks build on; without it they are skipped. */
  readonly value?: Value;
  /** The exit code that a failure means. @default that of the check */
  readonly exitCode?: ExitCode;
}

type More<Value> = Pick<Finding<Value>, 'details' | 'value'>;

export function ok<Value = undefined>(found: string, more: More<Value> = {}): Finding<Value> {
  return { status: 'ok', found, ...more };
}

export function warning<Value = undefined>(
  found: string,
  advice: string,
  more: More<Value> = {},
): Finding<Value> {
  return { status: 'warning', found, advice, ...more };
}

export function failed(found: string, advice?: string, exitCode?: ExitCode): Finding<never> {
  return {
    status: 'failed',
    found,
    ...(advice !== undefined && { advice }),
    ...(exitCode !== undefined && { exitCode }),
  };
}

export function skipped(why: string, advice?: string): Finding<never> {
  return { status: 'skipped', found: why, ...(advice !== undefined && { advice }) };
}
