/** Bytes, and the same bytes as a string of one character a byte. Either is made from the other when first asked for. */
export class ByteString {
  #bytes: Uint8Array | undefined;
  #text: string | undefined;

  private constructor(bytes: Uint8Array | undefined, text: string | undefined) {
    this.#bytes = bytes;
    this.#text = text;
  }

  /** The bytes must not change while this is in use. */
  static ofBytes(bytes: Uint8Array): ByteString {
    return new ByteString(bytes, undefined);
  }

  static ofText(text: string): ByteString {
    return new ByteString(undefined, text);
  }

  get length(): number {
    return this.#text?.length ?? this.#bytes?.length ?? 0;
  }

  get bytes(): Uint8Array {
    this.#bytes ??= Buffer.from(this.#text ?? '', 'latin1');
    return this.#bytes;
  }

  get text(): string {
    if (this.#text === undefined) {
      const bytes = this.#bytes ?? new Uint8Array();
      this.#text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    }
    return this.#text;
  }
}
