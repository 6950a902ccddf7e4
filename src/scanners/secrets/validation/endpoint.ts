/** Why a URL may not be an endpoint, or undefined. Credentials go over TLS, or not over a network at all. */
export function endpointFault(text: string): string | undefined {
  if (!URL.canParse(text)) return 'is not a URL';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'must not contain a user name or a password';
  if (url.search !== '' || url.hash !== '') return 'must not have a query or a fragment';
  if (url.protocol === 'https:') return undefined;
  if (url.protocol !== 'http:') return 'must begin with https://';
  return isLoopback(url.hostname) ? undefined : 'must begin with https://, because http is only for loopback addresses';
}

/** RFC 6890 (127.0.0.0/8, ::1) and RFC 6761, section 6.3 (localhost). URL has normalised the notation. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

/** The address of a call. A path can not leave the endpoint. */
export function addressOf(endpoint: string, path: string): URL {
  const base = endpoint.replace(/\/+$/, '');
  const url = new URL(base + path);
  if (url.origin !== new URL(base).origin) throw new Error('a call would leave its endpoint');
  return url;
}
