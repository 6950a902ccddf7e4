/** Put in by the build from package.json. */
declare const PORTCULLIS_VERSION: string;

export const version: string = PORTCULLIS_VERSION;
