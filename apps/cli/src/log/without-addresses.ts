/** The lengths are those of real addresses, so that no text makes the search slow. */
const ADDRESS = /[^\s@"'<>()[\]{},;:=]{1,64}@[^\s@"'<>()[\]{},;:]{1,255}/g;

/** Takes e-mail addresses out of a text. */
export function withoutAddresses(text: string): string {
  return text.replaceAll(ADDRESS, '[email]');
}
