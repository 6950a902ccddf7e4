/**
 * How long a server wants to be left alone, in milliseconds; undefined when the answer does not ask for another try.
 * GitHub documentation, "Rate limits for the REST API"; GitLab documentation, "Rate limits"; RFC 9110 §10.2.3.
 * @param tries how many there were, this one included
 */
export function retryDelay(status: number, headers: Headers, tries: number, now: Date): number | undefined {
  const isLimited =
    status === 429 || (status === 403 && (headers.has('retry-after') || headers.get('x-ratelimit-remaining') === '0'));
  if (!isLimited && status < 500) return undefined;
  const seconds = number(headers.get('retry-after'));
  if (seconds !== undefined) return seconds * 1000;
  const reset = isLimited ? number(headers.get('x-ratelimit-reset') ?? headers.get('ratelimit-reset')) : undefined;
  if (reset !== undefined) return Math.max(0, reset * 1000 - now.getTime());
  return 500 * 2 ** (tries - 1);
}

function number(text: string | null): number | undefined {
  return text !== null && /^\d{1,12}$/.test(text) ? Number(text) : undefined;
}
