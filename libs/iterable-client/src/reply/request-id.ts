/** Iterable documents no such header; proxies and load balancers on the way set these. */
const HEADERS = ['x-request-id', 'request-id', 'cf-ray', 'x-amzn-trace-id'];

/** The id under which the other side knows the request, where it gave one. */
export function requestIdOf(headers: Headers): string | undefined {
  for (const name of HEADERS) {
    const value = headers.get(name);
    if (value) return value.slice(0, 200);
  }
  return undefined;
}
