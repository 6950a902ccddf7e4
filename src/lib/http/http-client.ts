import { HttpError } from './http-error.ts';
import { isLoopback } from './is-loopback.ts';
import { readBody } from './read-body.ts';

export interface HttpRequest {
  readonly url: string;
  /** Default: `GET`. */
  readonly method?: 'GET' | 'HEAD' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that prove who asks (`Authorization`, `PRIVATE-TOKEN`): a redirect to another origin does not get them. */
  readonly credentials?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** Bytes that the reply may have; default: the client's. */
  readonly mostBytes?: number;
  /** Only the beginning of the reply is wanted: what comes after so many bytes is not fetched. */
  readonly firstBytes?: number;
}

export interface HttpReply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
  /** Where it came from, redirects followed. */
  readonly url: string;
}

export interface HttpClientOptions {
  readonly fetch: typeof globalThis.fetch;
  readonly signal: AbortSignal;
  /** Origins that the user named, such as `http://127.0.0.1:5000`: of these, those of this machine may be without TLS. */
  readonly trustedOrigins?: readonly string[];
  /** For one request with its redirects, in milliseconds; default 30,000. */
  readonly timeout?: number;
  /** Default 10,000,000. */
  readonly mostBytes?: number;
  /** What each request says of us. */
  readonly userAgent?: string;
}

const mostRedirects = 5;

/**
 * Asks servers within bounds: encrypted, at most five redirects, so many bytes, so much time. Loopback addresses need no
 * encryption when the user named them.
 */
export class HttpClient {
  readonly #options: HttpClientOptions;
  readonly #trusted: ReadonlySet<string>;

  constructor(options: HttpClientOptions) {
    this.#options = options;
    this.#trusted = new Set((options.trustedOrigins ?? []).map((origin) => new URL(origin).origin));
  }

  /**
   * The reply, whatever its status.
   * @throws HttpError when there is none
   */
  async send(request: HttpRequest): Promise<HttpReply> {
    const timer = AbortSignal.timeout(this.#options.timeout ?? 30_000);
    const signal = AbortSignal.any([this.#options.signal, timer]);
    const first = this.#checked(request.url);
    let url = first;
    try {
      for (let redirects = 0; redirects <= mostRedirects; redirects++) {
        const response = await this.#fetch(request, url, url.origin === first.origin, signal);
        const next = request.method === 'POST' ? undefined : redirectOf(response, url);
        if (next === undefined) {
          const body = await readBody(response, request.mostBytes ?? this.#options.mostBytes ?? 10_000_000, request);
          return { status: response.status, headers: response.headers, body, url: url.href };
        }
        await response.body?.cancel();
        url = this.#checked(next);
      }
    } catch (error) {
      throw this.#explained(error, url, timer);
    }
    throw new HttpError('redirects', `${first.host} redirects more than ${mostRedirects} times`);
  }

  /**
   * The bytes of a reply with a status of 2xx.
   * @throws HttpError; `refused` for any other status
   */
  async bytes(request: HttpRequest): Promise<HttpReply> {
    const reply = await this.send(request);
    if (reply.status >= 200 && reply.status < 300) return reply;
    throw new HttpError('refused', `${new URL(reply.url).host} answers ${reply.status}`, reply.status);
  }

  /**
   * What the JSON of a reply says; it is not checked any further.
   * @throws HttpError
   */
  async json(request: HttpRequest): Promise<{ readonly value: unknown; readonly headers: Headers }> {
    const accept = { accept: 'application/json', ...request.headers };
    const { body, headers, url } = await this.bytes({ ...request, headers: accept });
    try {
      return { value: JSON.parse(new TextDecoder().decode(body)) as unknown, headers };
    } catch {
      throw new HttpError('not-json', `${new URL(url).host} answers with something that is not JSON`);
    }
  }

  async #fetch(request: HttpRequest, url: URL, isOwn: boolean, signal: AbortSignal): Promise<Response> {
    const { method = 'GET', headers, credentials, body } = request;
    const { userAgent } = this.#options;
    return await this.#options.fetch(url, {
      method,
      redirect: 'manual',
      signal,
      headers: { ...(userAgent !== undefined && { 'user-agent': userAgent }), ...headers, ...(isOwn && credentials) },
      ...(body !== undefined && { body }),
    });
  }

  #checked(address: string): URL {
    if (!URL.canParse(address)) throw new HttpError('insecure', `${address.slice(0, 200)} is no address`);
    const url = new URL(address);
    const isAllowed =
      url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url) && this.#trusted.has(url.origin));
    if (!isAllowed) throw new HttpError('insecure', `${url.protocol}//${url.host} is not asked: only https is`);
    if (url.username !== '' || url.password !== '') {
      throw new HttpError('insecure', `${url.host} is not asked: there are credentials in its address`);
    }
    return url;
  }

  #explained(error: unknown, { host }: URL, timer: AbortSignal): unknown {
    if (error instanceof HttpError || this.#options.signal.aborted) return error;
    if (timer.aborted) return new HttpError('timeout', `${host} did not answer in time`);
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return new HttpError('network', `${host}: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
}

/** Only of what is read: where something is sent, the method would change on the way. */
function redirectOf({ status, headers }: Response, from: URL): string | undefined {
  if (![301, 302, 303, 307, 308].includes(status)) return undefined;
  const location = headers.get('location');
  return location !== null && URL.canParse(location, from.href) ? new URL(location, from).href : undefined;
}
