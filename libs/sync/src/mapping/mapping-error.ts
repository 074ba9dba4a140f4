/** A column mapping that can't be right. Its message tells all problems, one a line. */
export class SyncMappingError extends TypeError {
  override readonly name = 'SyncMappingError';
  readonly code = 'MAPPING';
  /** What is wrong, a sentence each. */
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`The column mapping can't be used:\n${problems.map((text) => `- ${text}`).join('\n')}`);
    this.problems = Object.freeze([...problems]);
  }
}
