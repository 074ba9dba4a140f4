/** A text stream to write to, as far as this program needs it. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

/** The world as the program sees it; tests hand in their own. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from. */
  readonly cwd: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Calls back for each request to end: Ctrl-C, SIGTERM, SIGHUP. Gives the function that stops it. */
  readonly onInterrupt: (callback: () => void) => () => void;
}
