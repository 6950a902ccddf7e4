import { hash } from 'node:crypto';
import type { Entry } from '../../model/target.ts';

const keyLength = 16;

/** Names what the target says of an entry before it is read; undefined when that does not tell its content. */
export function stateKey(entry: Entry): string | undefined {
  if (entry.version === undefined || entry.changed) return undefined;
  return keyOf(`${entry.version}\0${entry.uri}`);
}

/** Names a content in its place: the path has a say in what is a secret. */
export function contentKey(uri: string, bytes: Uint8Array): string {
  return keyOf(`content ${hash('sha256', bytes, 'hex')}\0${uri}`);
}

function keyOf(text: string): string {
  return hash('sha256', text, 'binary').slice(0, keyLength);
}
