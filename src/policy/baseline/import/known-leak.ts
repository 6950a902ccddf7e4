/** A finding that another scanner's file calls known. */
export interface KnownLeak {
  /** Relative to the root of the repository, `/` separators. */
  readonly file: string;
  /** 1-based; undefined when the file does not say. */
  readonly line?: number;
  /** Full commit id when it was found in the history. */
  readonly commit?: string;
  /** The other scanner's name for the kind of secret. */
  readonly rule: string;
  /** SHA-1 of the secret value in hexadecimal. */
  readonly sha1?: string;
  /** Somebody looked and it is no secret. */
  readonly falsePositive: boolean;
}
