/** Put in by the build from package.json. */
declare const PORTCULLIS_VERSION: string;

export const version: string = PORTCULLIS_VERSION;

/** Put in by the build from all source files and the lock file. */
declare const PORTCULLIS_DIGEST: string;

/** Differs between programs that may find something else. */
export const programDigest: string = PORTCULLIS_DIGEST;
