/** One element of a DER encoding (X.690 §8). */
export interface DerElement {
  readonly tag: number;
  readonly content: Buffer;
}

export const derTag = { integer: 0x02, octetString: 0x04, oid: 0x06, sequence: 0x30 } as const;

/** The elements that fill `bytes` exactly; undefined when they do not. */
export function readDer(bytes: Buffer): readonly DerElement[] | undefined {
  const elements: DerElement[] = [];
  let at = 0;
  while (at < bytes.length) {
    const header = readHeader(bytes, at);
    if (header === undefined || header.start + header.length > bytes.length) return undefined;
    elements.push({ tag: bytes[at] ?? 0, content: bytes.subarray(header.start, header.start + header.length) });
    at = header.start + header.length;
  }
  return elements;
}

/** The members of a sequence that fills `bytes`, undefined when they hold something else. */
export function readSequence(bytes: Buffer): readonly DerElement[] | undefined {
  const elements = readDer(bytes);
  const [only] = elements ?? [];
  return elements?.length === 1 && only?.tag === derTag.sequence ? readDer(only.content) : undefined;
}

function readHeader(bytes: Buffer, at: number): { start: number; length: number } | undefined {
  const first = bytes[at + 1];
  if (first === undefined) return undefined;
  if (first < 0x80) return { start: at + 2, length: first };
  const size = first & 0x7f;
  if (size === 0 || size > 4 || at + 2 + size > bytes.length) return undefined;
  return { start: at + 2 + size, length: bytes.readUIntBE(at + 2, size) };
}

export function writeDer(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthBytes(content.length)]), content]);
}

function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length];
  return length < 0x100 ? [0x81, length] : [0x82, length >>> 8, length & 0xff];
}
