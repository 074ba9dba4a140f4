import type { AuthWarning } from './auth-warning.js';
import { STRONG_SECRET_BYTES } from './jwt-limits.js';
import type { Secret } from './secret.js';

/** What should be known about credentials that can be used. */
export function jwtWarnings(secret: Secret, apiKey: Secret | undefined): readonly AuthWarning[] {
  const text = secret.reveal();
  const warnings: AuthWarning[] = [];
  const bytes = Buffer.byteLength(text);
  if (bytes < STRONG_SECRET_BYTES) {
    warnings.push({
      code: 'SHORT_JWT_SECRET',
      message:
        `The JWT secret has ${bytes} bytes; fewer than ${STRONG_SECRET_BYTES} can be guessed. ` +
        'Check that it was copied whole.',
    });
  }
  if (text.trim() !== text) {
    warnings.push({
      code: 'JWT_SECRET_WHITESPACE',
      message:
        'The JWT secret begins or ends with white space, which counts as part of it. ' +
        'If it was copied along, Iterable will refuse every token.',
    });
  }
  if (apiKey === undefined) {
    warnings.push({
      code: 'JWT_WITHOUT_API_KEY',
      message: "JWT is used without an API key; Iterable's JWT-enabled keys need both headers.",
    });
  }
  return Object.freeze(warnings.map((warning) => Object.freeze(warning)));
}
