import type { Readable } from 'node:stream';

/** A text stream to write to, as far as this program needs it. */
export interface Output {
  write(text: string): unknown;
  /** Resolves once what was written is on its way: who writes much waits for it. @default at once */
  readonly drained?: () => Promise<void>;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** What is typed or piped in, as far as prompts need it. */
export type Input = Readable & {
  readonly isTTY?: boolean | undefined;
  setRawMode?(mode: boolean): unknown;
};

/** Calls back for each time that something happens. Gives the function that stops it. */
export type Subscribe = (callback: () => void) => () => void;

/** The world as the program sees it; tests hand in their own. */
export interface Io {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Each request to end: Ctrl-C, SIGTERM; on a terminal SIGHUP too. */
  readonly onInterrupt: Subscribe;
  /** The terminal has another size. */
  readonly onResize: Subscribe;
  /** Files that are written for long are to be opened anew: SIGHUP to a process without a terminal. */
  readonly onReopen: Subscribe;
}
