import type { Node } from './ast.ts';
import { reachesOf } from './reach.ts';
import { contains, type RuneSet } from './rune-set.ts';

/** A little more than an assertion at the end of a match, or the rest of a rune, can look at. */
const margin = 8;

/** Tells how far attempts to match an expression can look in a text. */
export class ReachLimit {
  readonly #ways: readonly { readonly bounded: number; readonly loop: Uint8Array }[];

  constructor(root: Node) {
    this.#ways = reachesOf([root], 'plain').map(({ bounded, loop }) => ({ bounded, loop: byteTable(loop) }));
  }

  /**
   * An offset that no attempt from `start` or before can look beyond: on every way through the expression more bytes
   * stand before it than the bounded parts take that the unbounded ones do not. Undefined when there is none within
   * `window` bytes.
   */
  stop(text: string, start: number, window: number): number | undefined {
    const limit = Math.min(text.length, start + window - margin);
    let stop = start;
    for (const { bounded, loop } of this.#ways) {
      let others = 0;
      let at = start;
      while (at < limit && (loop[text.charCodeAt(at)] === 1 || ++others <= bounded)) at++;
      if (at === limit && limit < text.length) return undefined;
      stop = Math.max(stop, at);
    }
    return Math.min(text.length, stop + margin);
  }
}

/** Which bytes the runes of a set have in UTF-8. */
export function byteTable(set: RuneSet): Uint8Array {
  const table = new Uint8Array(256);
  for (let byte = 0; byte < 0x80; byte++) if (contains(set, byte)) table[byte] = 1;
  if ((set.at(-1) ?? 0) >= 0x80) table.fill(1, 0x80);
  return table;
}
