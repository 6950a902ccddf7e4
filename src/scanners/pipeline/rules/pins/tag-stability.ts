import type { ImageUse } from '../../model/image-use.ts';

/** How firmly an image's name means one content. */
export type Stability = 'digest' | 'exact' | 'series' | 'floating' | 'unknown';

const branches =
  /^(?:latest|stable|edge|main|master|develop|dev|nightly|next|canary|lts|current|release|rolling|unstable|testing|beta|alpha|rc|dind)(?:[-_.].*)?$/i;

/**
 * Judges a name by its end: a digest never changes, `1.2.3` is meant not to, `1` and `1.2` follow a series, `latest`
 * and names of branches follow whatever is built. A tag with variables of the platform in it is not known.
 */
export function tagStability({ reference, resolved }: ImageUse): Stability {
  const text = resolved ?? reference.text;
  if (/@sha256:[0-9a-f]{64}$/.test(text)) return 'digest';
  const name = text.slice(text.lastIndexOf('/') + 1);
  const colon = name.lastIndexOf(':');
  const tag = colon === -1 ? '' : name.slice(colon + 1);
  if (/[${%<]/.test(tag) || (colon === -1 && /[${%<]/.test(name))) return 'unknown';
  if (tag === '' || branches.test(tag)) return 'floating';
  if (/^v?\d+(?:[-_][a-z][\w.-]*)?$/i.test(tag) && tag.length < 24) return 'series';
  // A name without a number is a series: `bookworm`, `focal`, `alpine`.
  return /\d/.test(tag) ? 'exact' : 'series';
}

/** The name without tag and digest, for messages and tables: `docker.io/library/` is left out. */
export function imageName({ reference, resolved }: ImageUse): string {
  const text = (resolved ?? reference.text).replace(/@.*$/, '');
  const slash = text.lastIndexOf('/');
  const colon = text.indexOf(':', slash + 1);
  const bare = colon === -1 ? text : text.slice(0, colon);
  return bare.replace(/^(?:docker\.io|index\.docker\.io|registry-1\.docker\.io)\/(?:library\/)?/, '').toLowerCase();
}
