import type { Settings } from '../config/load-settings.js';

/** One setting of a new `.env`. */
interface Line {
  readonly variable: string;
  /** What goes there. */
  readonly comment: string;
  /** There also without a value, to be filled in. */
  readonly always: boolean;
}

const LINES: readonly Line[] = [
  {
    variable: 'DATABASE_URL',
    comment: 'Where the rows are: postgres://user:password@host:5432/database',
    always: true,
  },
  {
    variable: 'ITERABLE_API_KEY',
    comment: 'A server-side key of the Iterable project; for JWT one that is enabled for it.',
    always: true,
  },
  {
    variable: 'USE_JWT_AUTH',
    comment: 'Requests carry a JWT for each user, besides the key.',
    always: false,
  },
  {
    variable: 'ITERABLE_JWT_SECRET',
    comment: 'The secret that Iterable shows with a JWT-enabled key.',
    always: false,
  },
  {
    variable: 'ITERABLE_DATA_CENTER',
    comment: 'Where the project lives: us or eu.',
    always: false,
  },
  {
    variable: 'ITERABLE_BASE_URL',
    comment: 'Where Iterable is called: https, or http on loopback.',
    always: false,
  },
];

/** The `.env` of these settings, with empty ones to fill in. */
export function envText(settings: Settings): string {
  const jwt = settings['USE_JWT_AUTH'] === 'true';
  const lines = LINES.filter(
    ({ variable, always }) =>
      always || settings[variable] !== undefined || (jwt && variable === 'ITERABLE_JWT_SECRET'),
  );
  return [
    '# Settings of iterable-sync, secrets among them: keep this file to yourself.',
    '# The environment wins over it, and flags win over both.',
    '# NAME_FILE in place of NAME reads a secret from a file.',
    ...lines.flatMap(({ variable, comment }) => [
      '',
      `# ${comment}`,
      `${variable}=${envValue(settings[variable] ?? '')}`,
    ]),
    '',
  ].join('\n');
}

/** Quotes that a value may stand in; inside of a pair nothing but the pair's own has a meaning. */
const QUOTES = ["'", '"', '`'] as const;

/** Whether a value can be written to `.env`: one that has all kinds of quotes can't. */
export function fitsEnv(value: string): boolean {
  return isPlain(value) || quoteFor(value) !== undefined;
}

function envValue(value: string): string {
  const quote = isPlain(value) ? '' : (quoteFor(value) ?? '');
  return `${quote}${value}${quote}`;
}

function isPlain(value: string): boolean {
  return /^[^\s#'"`\\]*$/.test(value);
}

/** In double quotes `\\n` would become a line break. */
function quoteFor(value: string): string | undefined {
  return QUOTES.find(
    (quote) => !value.includes(quote) && !(quote === '"' && value.includes('\\n')),
  );
}
