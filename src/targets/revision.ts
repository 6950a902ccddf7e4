import type { Repository } from '../lib/git/repository.ts';
import type { Revision } from '../model/evidence.ts';

/** Where a repository stands, fit to be shown. */
export function revisionOf(repository: Repository): Revision {
  const address = repository.origin === undefined ? undefined : withoutCredentials(repository.origin);
  return {
    ...(repository.head !== undefined && { commit: repository.head }),
    ...(repository.branch !== undefined && { branch: repository.branch }),
    ...(address !== undefined && { repository: address }),
  };
}

/**
 * Drops user, password, query and fragment of an address. `git@host:path` keeps its user, which is no secret there.
 */
function withoutCredentials(address: string): string {
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(address)) return address;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url) return address.replace(/\/\/[^/]*@/, '//').replace(/[?#].*$/, '');
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return url.href;
}
