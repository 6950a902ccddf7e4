import { readFileSync, statSync } from 'node:fs';
import { readCommitText } from '../../lib/git/history/commit.ts';
import type { Copies } from '../../lib/git/objects/delta.ts';
import type { GitObject } from '../../lib/git/objects/git-object.ts';
import { ObjectError } from '../../lib/git/objects/object-error.ts';
import { ObjectStore, type StoreSpec } from '../../lib/git/objects/object-store.ts';
import type { Entry } from '../../model/target.ts';
import { type Content, ReadError, type Reader } from '../reader.ts';
import { freshRanges } from './fresh-ranges.ts';
import { type LfsPointer, lfsPath, readLfsPointer } from './lfs-pointer.ts';
import { type ObjectRef, parseRef } from './object-ref.ts';

const largestContent = 64 * 1024 * 1024;

/** Reads git objects; `Entry.ref` is a formatted `ObjectRef`. */
export class ObjectReader implements Reader {
  private readonly store: ObjectStore;
  private readonly promisor: boolean;
  private readonly lfs: string | undefined;
  /** An object read in windows is unpacked once. */
  private large: { readonly ref: string; readonly bytes: Uint8Array } | undefined;

  /** @param lfs directory in which `lfs/objects` may be; absent when contents kept there are not asked for */
  constructor(spec: StoreSpec, lfs?: string) {
    this.lfs = lfs;
    this.store = new ObjectStore(spec);
    this.promisor = spec.promisor;
  }

  read(entry: Entry): Content {
    const ref = parseRef(entry.ref);
    const copies: Copies | undefined = ref.followsBase ? { spans: [], baseSize: 0 } : undefined;
    const { type, bytes } = this.object(ref, copies);
    if (type === 'commit' || type === 'tag') return { bytes: textOf(bytes), commit: ref.id };
    const pointer = readLfsPointer(bytes);
    if (pointer) return { bytes: this.contentOf(pointer), blob: ref.id };
    const commit = ref.commit === undefined ? undefined : { commit: ref.commit };
    const fresh = copies && { fresh: freshRanges(bytes, copies) };
    return { bytes, blob: ref.id, ...commit, ...fresh };
  }

  readWindow(entry: Entry, offset: number, length: number): Uint8Array {
    if (this.large?.ref !== entry.ref) this.large = { ref: entry.ref, bytes: this.object(parseRef(entry.ref)).bytes };
    const { bytes } = this.large;
    if (offset + length >= bytes.length) this.large = undefined;
    return bytes.subarray(offset, offset + length);
  }

  close(): void {
    this.store.close();
  }

  /**
   * What a pointer stands for, when Git LFS has fetched it. Of a change the new lines are known for the pointer only, so
   * that the content can not be judged by them.
   */
  private contentOf(pointer: LfsPointer): Uint8Array {
    if (this.lfs === undefined)
      throw new ReadError('unsupported', 'its content is kept by Git LFS, not in the repository');
    const path = lfsPath(this.lfs, pointer);
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (size !== pointer.size) throw new ReadError('not-fetched', 'its content is kept by Git LFS and is not here');
    if (size > largestContent) throw new ReadError('too-large', `${size} bytes are more than is read at once`);
    return readFileSync(path);
  }

  private object(ref: ObjectRef, copies?: Copies): GitObject {
    try {
      return ref.place ? this.store.readPacked(ref.place, copies, ref.hasDeltas) : this.store.read(ref.id);
    } catch (error) {
      if (error instanceof ObjectError) throw new ReadError(this.reason(error), error.message);
      throw error;
    }
  }

  private reason(error: ObjectError): string {
    if (error.code !== 'missing') return error.code;
    return this.promisor ? 'not-fetched' : 'corrupt';
  }
}

/** What people wrote in a commit or tag, the message first so that its lines are numbered as they are shown. */
function textOf(bytes: Buffer): Buffer {
  const { message, people } = readCommitText(bytes);
  return Buffer.concat([message, Buffer.from(`\n${people.join('\n')}\n`, 'latin1')]);
}
