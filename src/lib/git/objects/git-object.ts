export type ObjectType = 'commit' | 'tree' | 'blob' | 'tag';

/** An object, whole and unpacked. */
export interface GitObject {
  readonly type: ObjectType;
  readonly bytes: Buffer;
}

export function isObjectType(word: string): word is ObjectType {
  return word === 'commit' || word === 'tree' || word === 'blob' || word === 'tag';
}
