import { parseImageReference } from '../../../lib/oci/image-reference.ts';
import type { LockEntry } from '../../../scanners/pipeline/lock/lock-entry.ts';

/** What a name of an image or an action stood for when it was pinned. */
interface Pin {
  /** The tag or version, for people and for tools that look for updates. */
  readonly ref: string;
  /** `sha256:…` of an image, the commit of an action. */
  readonly resolved: string;
}

/**
 * Images that pipelines are written with. Each digest is the one of the index of all architectures that the tag named in
 * October 2026, as unrelated public repositories have pinned it.
 */
const images = {
  // With git, which Portcullis asks about commits.
  node: ['node', '22.23.2-bookworm', 'dd5847a04b0deee391fa145f1f4c6d214196668b6bcc7988ebed67249f226844'],
  bun: ['oven/bun', '1.3.14', 'e10577f0db68676a7024391c6e5cb4b879ebd17188ab750cf10024a6d700e5c4'],
  python: ['python', '3.13.15-slim-bookworm', '2325bb286ec344af3e5898cc224b5844e2707ac6e26b1632516fd3edc84a5e26'],
  go: ['golang', '1.26.8-bookworm', 'a688600ca24f8a4d3ca77f95b0dd40704a9fc787c826660eb7ba0b641b8b175d'],
  java: ['maven', '3.9.16-eclipse-temurin-21', '8f6ac126f7810bb5549c4cd122d2bf0e9cda5bdeb0838aa928f09e779fd8bef8'],
  ruby: ['ruby', '3.4.11-bookworm', '246b2dc3f6e40bba3af18503c22997a34dbb27c9f97e198dde6dd727895115c5'],
  rust: ['rust', '1.98.0-bookworm', '82150a52ec202c1b14d7817e14516c392bb7f5cfebd88f1ed531cb37ebd39922'],
  php: ['composer', '2.10.2', '4d71c3c2109c61d5415544264b59ad4087e4c5b7244481723664138fd36d5040'],
  dotnet: ['mcr.microsoft.com/dotnet/sdk', '10.0', 'e1ffd2a92ae84c1291bc1b6887501f8af98e6331e7af6d4c8d37168c5e87a64c'],
  semgrep: ['semgrep/semgrep', '1.178.0', '32e459968daabe7ab86968184a29109b9564aa00392401156f9788452b42786b'],
  trivy: ['aquasec/trivy', '0.74.0', '62b1e65e8869bc4b4c6aa4fa2b21595256c7c2f6018a9d9ad61caf87187c1969'],
  zap: ['zaproxy/zap-stable', '2.17.0', '781a2bdaea47324e7bab583e2263f21d257b0aee61ed51521a5be45f5f5081ef'],
  buildkit: ['moby/buildkit', 'v0.33.0-rootless', '80b15f0735e87bab7bf59ec4d695dfb4a7cfb25521cf56dc75d6f256285b63ef'],
  crane: [
    'gcr.io/go-containerregistry/crane/debug',
    'v0.22.1',
    'e78770b31258a3846f878036d9c1f63fbe4c871f9f56990bf77fd95c013e3c1b',
  ],
  kubernetes: ['alpine/k8s', '1.36.2', '44ef4942e171939b9c665a4a84beb80e2dcdb9a24330d4651cfdfd2e9deecc47'],
  terraform: ['hashicorp/terraform', '1.15.8', '7ae513256f7ce67879e218ae8593d6fbe216ec9e123abe6c94e4e10704857963'],
} as const;

/** Actions, by repository; folders of one are pinned with it. */
const actions = {
  'actions/checkout': ['v6.0.2', 'de0fac2e4500dabe0009e67214ff5f5447ce83dd'],
  'actions/setup-node': ['v6.4.0', '48b55a011bda9f5d6aeb4c2d9c7362e8dae4041e'],
  'actions/setup-python': ['v6.2.0', 'a309ff8b426b58ec0e2a45f0f869d46889d02405'],
  'actions/setup-go': ['v6.0.0', '44694675825211faa026b3c33043df3e48a5fa00'],
  'actions/setup-java': ['v5.2.0', 'be666c2fcd27ec809703dec50e508c2fdc7f6654'],
  'actions/setup-dotnet': ['v5.2.0', 'c2fa09f4bde5ebb9d1777cf28262a3eb3db3ced7'],
  'actions/upload-artifact': ['v7.0.1', '043fb46d1a93c77aae656e7c1c64a875d1fc6a0a'],
  'actions/download-artifact': ['v8.0.1', '3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c'],
  'actions/attest': ['v4.2.2', '1e69f48acb82d1966a394da916b4c1698aa569d6'],
  'github/codeql-action': ['v4.36.2', '8aad20d150bbac5944a9f9d289da16a4b0d87c1e'],
  'ruby/setup-ruby': ['v1.310.0', 'afeafc3d1ab54a631816aba4c914a0081c12ff2f'],
  'oven-sh/setup-bun': ['v2.2.0', '0c5077e51419868618aeaa5fe8019c62421857d6'],
  'hashicorp/setup-terraform': ['v4.0.0', '5e8dbf3c6d9deaf4193ca7a8fb23f2ac83bb6c85'],
} as const;

export type ImageName = keyof typeof images;
export type ActionName = keyof typeof actions;

/** Sigstore's cosign for Linux on amd64: its release and the SHA-256 digest of the program. */
export const cosign = {
  version: 'v3.1.3',
  sha256: '4629c757b7618056f8ddd7e2625ae9fdd94c0372a65049520bc7d9df9efc7f71',
} as const;

/** The release in an image, for what brings the same tool in another way. */
export function releaseIn(name: ImageName): string {
  return images[name][1];
}

/** Names with what they are pinned to; a project's own lock decides before what is known here. */
export interface Pins {
  /** `name:tag@sha256:…` */
  image(name: ImageName): string;
  /** `owner/repo[/folder]@<commit> # <version>` */
  action(name: ActionName, folder?: string): string;
}

/** @param lock entries of the project's `ci.lock` */
export function pinned(lock: readonly LockEntry[]): Pins {
  const of = (kind: LockEntry['kind'], ...addresses: readonly string[]): Pin | undefined => {
    const entry = lock.find(
      (one) => one.kind === kind && addresses.includes(one.address) && one.resolved !== undefined,
    );
    return entry?.ref !== undefined && entry.resolved !== undefined
      ? { ref: entry.version ?? entry.ref, resolved: entry.resolved }
      : undefined;
  };
  return {
    image(name) {
      const [address, tag, digest] = images[name];
      const { registry = '', repository = '' } = parseImageReference(address) ?? {};
      const { ref, resolved } = of('image', address, `${registry}/${repository}`) ?? {
        ref: tag,
        resolved: `sha256:${digest}`,
      };
      return `${address}:${ref}@${resolved}`;
    },
    action(name, folder) {
      const [version, commit] = actions[name];
      const path = folder === undefined ? name : `${name}/${folder}`;
      const { ref, resolved } = of('action', path, name) ?? { ref: version, resolved: commit };
      return `${path}@${resolved} # ${ref}`;
    },
  };
}
