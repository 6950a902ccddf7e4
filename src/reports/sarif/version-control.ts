import type { Revision } from '../../model/evidence.ts';
import { rootId } from './location.ts';

/** `versionControlDetails` (SARIF 2.1.0 §3.23); undefined when the repository has no remote that is a URI. */
export function versionControl(revision: Revision | undefined): object | undefined {
  const repositoryUri = remoteUri(revision?.repository);
  if (repositoryUri === undefined) return undefined;
  return {
    repositoryUri,
    ...(revision?.commit !== undefined && { revisionId: revision.commit }),
    ...(revision?.branch !== undefined && { branch: revision.branch }),
    mappedTo: { uriBaseId: rootId },
  };
}

/** Git's short form `user@host:path` is no URI; it means the same as `ssh://user@host/path`. */
function remoteUri(remote: string | undefined): string | undefined {
  if (remote === undefined) return undefined;
  const short = /^([\w.-]+@)?([\w.-]+):(?!\/\/)\/?(.+)$/.exec(remote);
  const uri = short ? `ssh://${short[1] ?? ''}${short[2]}/${short[3]}` : remote;
  return URL.canParse(uri) ? new URL(uri).href : undefined;
}
