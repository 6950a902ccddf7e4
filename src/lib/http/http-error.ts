/**
 * Why there was no reply that counts. `insecure`: the address is not https, or a redirect leaves it. `network`: nobody
 * answered, or the connection broke. `refused`: the server answered, and not with what was asked for.
 */
export type HttpErrorCode = 'insecure' | 'network' | 'timeout' | 'too-large' | 'redirects' | 'refused' | 'not-json';

/** A request that failed; the message names the host and never what was sent. */
export class HttpError extends Error {
  readonly code: HttpErrorCode;
  /** Of `refused`. */
  readonly status: number | undefined;

  constructor(code: HttpErrorCode, message: string, status?: number) {
    super(message);
    this.name = 'HttpError';
    this.code = code;
    this.status = status;
  }
}
