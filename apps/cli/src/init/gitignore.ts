/** What holds secrets or personal data. */
const PATTERNS = [
  '.env',
  '.iterable-sync/',
  'query_results_*.csv',
  'integration_results_*.json',
  'integration_failures_*.ndjson',
  '*.log',
] as const;

/** A new `.gitignore`. */
export const GITIGNORE: string = ['# Secrets and personal data.', ...PATTERNS, ''].join('\n');

/** The lines that a `.gitignore` lacks. */
export function missingPatterns(text: string): string[] {
  const lines = new Set(text.split(/\r?\n/).map(bare));
  return PATTERNS.filter((pattern) => !lines.has(bare(pattern)));
}

/** Slashes at the ends say where and what; the same is ignored without them. */
function bare(line: string): string {
  return line.trim().replace(/^\//, '').replace(/\/$/, '');
}
