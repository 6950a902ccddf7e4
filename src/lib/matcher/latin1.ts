let last: { readonly bytes: Uint8Array; readonly text: string } | undefined;

/** Bytes as text of one character a byte: offsets in one are offsets in the other. */
export function latin1(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  last = { bytes, text };
  return text;
}

/** The text of bytes that have not changed since `latin1` was last asked for text, if it was for theirs; else made now. */
export function sameLatin1(bytes: Uint8Array): string {
  return last?.bytes === bytes ? last.text : latin1(bytes);
}
