import type { ByteText } from '../byte-text.ts';
import { toBytes } from '../byte-text.ts';

export const platforms = ['github', 'gitlab', 'azuredevops', 'gitea', 'bitbucket', 'none', 'unknown'] as const;
export type Platform = (typeof platforms)[number];

const hosts: Readonly<Record<string, Platform>> = {
  'github.com': 'github',
  'gitlab.com': 'gitlab',
  'dev.azure.com': 'azuredevops',
  'visualstudio.com': 'azuredevops',
  'gitea.com': 'gitea',
  'code.forgejo.org': 'gitea',
  'codeberg.org': 'gitea',
  'bitbucket.org': 'bitbucket',
};

/** A repository on a hosting platform. */
export interface HostedRepository {
  readonly platform: Platform;
  /** Without credentials. */
  readonly url: ByteText;
}

/** A place in a commit. Lines are 0 when the whole file is meant. */
export interface LinkedPlace {
  readonly commit: ByteText;
  readonly path: ByteText;
  readonly startLine: number;
  readonly endLine: number;
}

/**
 * Reads the address of a remote. The platform is the one given, else that of the host; undefined when the address is
 * none that a link can be made of.
 */
export function parseRemote(remote: string, platform: Platform): HostedRepository | undefined {
  const ssh = /^git@([^:]+):(.+)$/.exec(remote);
  const address = ssh === null ? remote : `https://${ssh[1]}/${ssh[2]}`;
  const parts = /^([A-Za-z][\w+.-]*:\/\/)(?:[^/@]*@)?([^/:]+)((?::\d+)?(?:\/.*)?)$/.exec(address.replace(/\.git$/, ''));
  if (parts === null) return undefined;
  const [, scheme = '', host = '', rest = ''] = parts;
  const known = platform === 'unknown' ? (hosts[host.toLowerCase()] ?? 'unknown') : platform;
  return { platform: known, url: toBytes(scheme.toLowerCase() + host + rest) };
}

/** Where the platform shows a place; empty when it has no such pages. */
export function linkTo({ platform, url }: HostedRepository, place: LinkedPlace): ByteText {
  const { commit, startLine, endLine } = place;
  const path = place.path.replaceAll('%', '%25').replaceAll(' ', '%20');
  const several = endLine !== startLine;
  const rendered = /\.(?:md|ipynb)$/i.test(path);
  const hash = (text: string): string => (startLine === 0 ? '' : text);
  switch (platform) {
    case 'github': {
      const lines = hash(`#L${startLine}${several ? `-L${endLine}` : ''}`);
      return `${url}/blob/${commit}/${path}${rendered ? '?plain=1' : ''}${lines}`;
    }
    case 'gitlab':
      return `${url}/blob/${commit}/${path}${hash(`#L${startLine}${several ? `-${endLine}` : ''}`)}`;
    case 'azuredevops': {
      const lines = hash(`&line=${startLine}${several ? `&lineEnd=${endLine}` : ''}`);
      const fixed = '&lineStartColumn=1&lineEndColumn=10000000&type=2&lineStyle=plain&_a=files';
      return `${url}/commit/${commit}?path=/${path}${lines}${fixed}`;
    }
    case 'gitea': {
      const lines = hash(`#L${startLine}${several ? `-L${endLine}` : ''}`);
      return `${url}/src/commit/${commit}/${path}${rendered ? '?display=source' : ''}${lines}`;
    }
    case 'bitbucket':
      return `${url}/src/${commit}/${path}${hash(`#lines-${startLine}${several ? `:${endLine}` : ''}`)}`;
    case 'none':
    case 'unknown':
    default:
      return '';
  }
}
