/** A file inside an archive. The name is data only: nothing is ever written to disk under it. */
export interface ArchiveFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A part of an archive that was not looked at. */
export interface ArchiveUnknown {
  /** `unsupported` (format, method, encryption), `corrupt`, or `limit`. */
  readonly unknown: string;
  readonly message: string;
}

export type ArchiveMember = ArchiveFile | ArchiveUnknown;
