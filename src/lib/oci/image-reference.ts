/** A container image as it is named (OCI distribution specification, "Pulling manifests"; Docker's default registry). */
export interface ImageReference {
  /** `docker.io` when none is given. */
  readonly registry: string;
  /** With `library/` in front for Docker's official images. */
  readonly repository: string;
  readonly tag?: string;
  /** `sha256:…`. */
  readonly digest?: string;
}

const reference =
  /^(?:(?<registry>(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?|[a-z0-9-]+:\d+|localhost(?::\d+)?))\/)?(?<repository>[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*)(?::(?<tag>\w[\w.-]{0,127}))?(?:@(?<digest>[a-z0-9]+:[0-9a-f]{32,}))?$/i;

/** Reads an image's name; undefined when it is none, for example because it has variables in it. */
export function parseImageReference(text: string): ImageReference | undefined {
  if (text.length > 512) return undefined;
  const groups = reference.exec(text)?.groups;
  const repository = groups?.['repository'];
  if (!groups || repository === undefined) return undefined;
  const { registry = 'docker.io', tag, digest } = groups;
  const official = registry === 'docker.io' && !repository.includes('/');
  return {
    registry: registry.toLowerCase(),
    repository: official ? `library/${repository}` : repository,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  };
}
