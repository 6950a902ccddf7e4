const loneSurrogate = /\p{Cs}/gu;

/** A repository path as a relative URI reference (RFC 3986 §4.2): each segment percent-encoded. */
export function pathToUri(path: string): string {
  return path.replace(loneSurrogate, '\ufffd').split('/').map(encodeURIComponent).join('/');
}
