/** What a pipeline takes from elsewhere. `include`: from a web address; `tool`: whatever else somebody wants to keep. */
export const lockKinds = [
  'action',
  'component',
  'image',
  'include',
  'project-file',
  'template',
  'tool',
  'workflow',
] as const;

export type LockKind = (typeof lockKinds)[number];

/** How something from elsewhere is named in a definition. */
export interface Wanted {
  readonly kind: LockKind;
  /** `docker.io/library/node`, `owner/repository/path`, `team/ci`, `$CI_SERVER_FQDN/team/component`, `https://…`. */
  readonly address: string;
  /** Tag, branch, commit id or digest; undefined where the name has none. */
  readonly ref?: string;
  /** The file that is taken from a project, without a slash in front. */
  readonly file?: string;
}

/** A line of `ci.lock`: what a name stood for when it was looked up. */
export interface LockEntry extends Wanted {
  /** The commit id, or `sha256:…` of an image. */
  readonly resolved?: string;
  /** The most exact tag that named the commit then. */
  readonly version?: string;
  /** `sha256-` and the base64 of the digest of the content, as in `include:integrity`. */
  readonly integrity?: string;
  /** Bytes: of the content, or of an image for one platform. */
  readonly size?: number;
  /** When it was made, as it says itself; ISO 8601. */
  readonly published?: string;
  /** Whether a branch or tag had the commit in its history; only where the definition names the commit itself. */
  readonly reachable?: boolean;
  /** The path of its copy in the repository. */
  readonly content?: string;
  /** Addresses of what brings it, where the definition does not name it itself. */
  readonly via?: readonly string[];
}

/** Two entries of one key are the same thing. */
export function keyOf({ kind, address, ref = '', file = '' }: Wanted): string {
  return JSON.stringify([kind, address, file.replace(/^\/+/, ''), ref]);
}

/** For messages: `node:20`, `team/ci/deploy.yml at v1`. */
export function nameOf({ kind, address, ref, file }: Wanted): string {
  const whole = file === undefined ? address : `${address}/${file.replace(/^\/+/, '')}`;
  if (ref === undefined) return whole;
  if (kind === 'image') {
    const name = whole.replace(/^docker\.io\/(?:library\/)?/, '');
    return ref.startsWith('sha256:') ? `${name}@${ref}` : `${name}:${ref}`;
  }
  return `${whole}@${ref}`;
}
