/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/** A function that takes these secrets out of a text. It is for what people read, not for data. */
export function redactor(secrets: readonly string[]): Redact {
  return (text) => secrets.reduce((rest, secret) => rest.replaceAll(secret, '[redacted]'), text);
}
