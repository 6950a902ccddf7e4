import type { PatchSection } from '../../lib/git/diff/patch-parser.ts';
import type { RawChange } from '../../lib/git/diff/raw-change.ts';
import type { LineSpan } from '../../model/target.ts';

/** The lines that changes add, found by the ids of the blobs that a patch leads from and to. */
export class AddedLines {
  private readonly spans = new Map<string, readonly LineSpan[] | undefined>();

  constructor(sections: readonly PatchSection[]) {
    for (const { ids, added } of sections) if (ids) this.spans.set(keyOf(ids.before, ids.after), added);
  }

  /** None when only the mode changed; undefined when git names no lines, so that all of them count. */
  of({ before, after, status }: RawChange): readonly LineSpan[] | undefined {
    if (before.includes(after)) return [];
    // A change of type is written as a removal and an addition.
    const from = status === 'T' ? before.map((id) => id.replace(/./g, '0')) : before;
    return this.spans.get(keyOf(from, after));
  }
}

function keyOf(before: readonly string[], after: string): string {
  return `${before.join()}..${after}`;
}
