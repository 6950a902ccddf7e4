import type { RegistryClient } from '../../../../lib/registry/registry-client.ts';
import type { LockEntry } from '../lock-entry.ts';
import type { Reference } from '../references.ts';
import type { Resolution } from './resolution.ts';

/** Asks the image's registry for the digest, and for what is new also when it was built and how large it is. */
export async function resolveImage(
  { wanted, pinned }: Reference,
  old: LockEntry | undefined,
  client: RegistryClient,
): Promise<Resolution> {
  const slash = wanted.address.indexOf('/');
  const image = { registry: wanted.address.slice(0, slash), repository: wanted.address.slice(slash + 1) };
  const resolved = pinned ?? (await client.digestOf(image, wanted.ref ?? 'latest'));
  if (old?.resolved === resolved) return { entry: { ...old, ...wanted, resolved } };
  const { created, size } = await client.factsOf(image, resolved);
  const published = created?.toISOString();
  return {
    entry: {
      ...wanted,
      resolved,
      ...(size !== undefined && { size }),
      ...(published !== undefined && { published }),
    },
  };
}
