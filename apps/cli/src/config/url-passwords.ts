/** What stands for a password that is not shown. */
const HIDDEN = '***';

/** Parameters that libpq and node-postgres take for a secret. */
const SECRET_PARAMETERS = ['password', 'sslpassword'];

/** The passwords in a URL, as they stand there and decoded. Nothing where it can't be told which they are. */
export function passwordsOf(text: string): readonly string[] | undefined {
  const url = clearUrl(text);
  if (!url) return undefined;
  const inParameters = SECRET_PARAMETERS.flatMap((name) => url.searchParams.getAll(name));
  return [url.password, decoded(url.password), ...inParameters].filter((secret) => secret !== '');
}

/** A URL as it can be shown: who and where. Nothing where it can't be told which part is a password. */
export function withoutPasswords(text: string): string | undefined {
  const url = clearUrl(text);
  // A URL that is written anew may look another way.
  if (passwordsOf(text)?.length === 0) return text;
  if (!url) return undefined;
  if (url.password !== '') url.password = HIDDEN;
  for (const name of SECRET_PARAMETERS) {
    if (url.searchParams.has(name)) url.searchParams.set(name, HIDDEN);
  }
  return url.href;
}

/**
 * A URL of a place where data is, if it is surely one: a password with `#`, `/` or `?` that was not
 * percent-encoded looks like other parts of a URL.
 */
function clearUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol === 'sqlite:') return url;
  const rest = `${url.pathname}${url.search}${url.hash}`;
  return /^postgres(ql)?:\/\//i.test(text) && !/[#@]/.test(rest) ? url : undefined;
}

function decoded(password: string): string {
  try {
    return decodeURIComponent(password);
  } catch {
    // Not percent-encoded after all; then it stands in the URL as it is.
    return password;
  }
}
