/** Kinds of manifests that are understood (OCI image specification 1.1; Docker image manifest v2, schema 2). */
export const mediaTypes: readonly string[] = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.v2+json',
];

const digestForm = /^sha256:[0-9a-f]{64}$/;

/** Of an index: the digest of the manifest for linux/amd64, else of the first; undefined when it is no index. */
export function chooseManifest(value: unknown): string | undefined {
  const manifests = listOf(record(value)['manifests']).map(record);
  const platforms = manifests.filter(({ platform }) => record(platform)['os'] !== 'unknown');
  const usual = platforms.find(({ platform }) => {
    const { os, architecture } = record(platform);
    return os === 'linux' && architecture === 'amd64';
  });
  return digestIn(usual ?? platforms[0]);
}

/** Of an image's manifest: the digest of its configuration. */
export function configOf(value: unknown): string | undefined {
  return digestIn(record(value)['config']);
}

/** Of an image's manifest: bytes of configuration and layers. */
export function sizeOf(value: unknown): number | undefined {
  const { config, layers } = record(value);
  const sizes = [config, ...listOf(layers)].map((part) => record(part)['size']);
  const known = sizes.filter((size): size is number => typeof size === 'number' && Number.isSafeInteger(size));
  return known.length === 0 || known.length < sizes.length ? undefined : known.reduce((sum, size) => sum + size, 0);
}

/** Of an image's configuration. A build that can be repeated leaves the date out, or says 1970 or 1980. */
export function createdAt(value: unknown): Date | undefined {
  const { created } = record(value);
  const date = typeof created === 'string' && created.length < 64 ? new Date(created) : undefined;
  return date && date.getTime() > Date.UTC(1990, 0) ? date : undefined;
}

function digestIn(value: unknown): string | undefined {
  const { digest } = record(value);
  return typeof digest === 'string' && digestForm.test(digest) ? digest : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
