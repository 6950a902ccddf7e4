import type { StoreSpec } from '../lib/git/objects/object-store.ts';
import { FileReader } from './files/file-reader.ts';
import { ObjectReader } from './objects/object-reader.ts';
import type { Reader } from './reader.ts';

export { ReadError, type Reader } from './reader.ts';

/** What a reader needs; plain data, so that it can be sent to another thread. */
export type ReaderSpec =
  | { readonly kind: 'files'; readonly root: string }
  | { readonly kind: 'objects'; readonly store: StoreSpec; readonly lfs?: string }
  | { readonly kind: 'memory'; readonly bytes: Uint8Array };

export function openReader(spec: ReaderSpec): Reader {
  if (spec.kind === 'memory') return { read: () => ({ bytes: spec.bytes }), close: () => undefined };
  if (spec.kind === 'objects') return new ObjectReader(spec.store, spec.lfs);
  return new FileReader(spec.root);
}
