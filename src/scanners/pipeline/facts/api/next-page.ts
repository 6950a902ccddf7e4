/**
 * The address of the page after this one; undefined after the last. A `Link` header (RFC 8288) with `rel="next"`, else
 * `X-Next-Page` (GitLab documentation, "REST API", offset-based pagination).
 */
export function nextPage(headers: Headers, address: string): string | undefined {
  const link = headers.get('link') ?? '';
  for (const [, target = '', parameters = ''] of link.matchAll(/<([^<>]{0,4000})>([^,<]{0,400})/g)) {
    if (!/;\s*rel\s*=\s*"?next"?\s*(?:;|$)/i.test(parameters)) continue;
    return URL.canParse(target, address) ? new URL(target, address).href : undefined;
  }
  const page = headers.get('x-next-page') ?? '';
  if (!/^\d{1,9}$/.test(page)) return undefined;
  const url = new URL(address);
  url.searchParams.set('page', page);
  return url.href;
}
