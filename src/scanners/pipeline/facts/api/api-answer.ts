/** No answer that counts; `reason` in words of our own, so that nothing a server sends gets into a report. */
export interface NoAnswer {
  readonly reason: string;
  /** Absent when nobody answered. */
  readonly status?: number;
  /** What the server says of it, for those who know the words. */
  readonly message?: string;
}

/** What an API says: a value, or why there is none. */
export type ApiAnswer = { readonly value: unknown } | NoAnswer;

/** The reason for a status that is no success. */
export function refusal(status: number): string {
  switch (status) {
    case 401:
      return '401: the token is not accepted';
    case 403:
      return '403: the token may not read it';
    case 404:
      return '404: it is not there, or the token may not see it';
    case 429:
      return '429: too many calls';
    default:
      return `${status}: the server does not answer with it`;
  }
}

/** The word of an error: both platforms answer with `{ "message": "…" }`. */
export function messageIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('message' in value)) return undefined;
  return typeof value.message === 'string' ? value.message : undefined;
}
