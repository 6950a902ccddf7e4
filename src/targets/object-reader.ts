import type { GitObject } from '../lib/git/git-object.ts';
import { ObjectError } from '../lib/git/object-error.ts';
import { ObjectStore, type StoreSpec } from '../lib/git/object-store.ts';
import type { Entry } from '../model/target.ts';
import { type ObjectRef, parseRef } from './object-ref.ts';
import { type Content, ReadError, type Reader } from './reader.ts';

/** Reads git objects; `Entry.ref` is a formatted `ObjectRef`. */
export class ObjectReader implements Reader {
  private readonly store: ObjectStore;
  private readonly promisor: boolean;
  /** An object read in windows is unpacked once. */
  private large: { readonly ref: string; readonly bytes: Uint8Array } | undefined;

  constructor(spec: StoreSpec, promisor: boolean) {
    this.store = new ObjectStore(spec);
    this.promisor = promisor;
  }

  read(entry: Entry): Content {
    const ref = parseRef(entry.ref);
    const { bytes } = this.object(ref);
    return { bytes, blob: ref.id, ...(ref.commit !== undefined && { commit: ref.commit }) };
  }

  readWindow(entry: Entry, offset: number, length: number): Uint8Array {
    if (this.large?.ref !== entry.ref) this.large = { ref: entry.ref, bytes: this.object(parseRef(entry.ref)).bytes };
    return this.large.bytes.subarray(offset, offset + length);
  }

  close(): void {
    this.store.close();
  }

  private object(ref: ObjectRef): GitObject {
    try {
      return ref.place ? this.store.readPacked(ref.place) : this.store.read(ref.id);
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
