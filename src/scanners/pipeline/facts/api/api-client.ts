import type { HttpClient, HttpReply } from '../../../../lib/http/http-client.ts';
import { HttpError } from '../../../../lib/http/http-error.ts';
import { messageIn, refusal, type ApiAnswer, type NoAnswer } from './api-answer.ts';
import { nextPage } from './next-page.ts';
import { retryDelay } from './retry-delay.ts';

export interface ApiClientOptions {
  readonly http: HttpClient;
  /** Such as `https://gitlab.example.com/api/v4`, without a slash at its end. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The header with the token. */
  readonly credentials: Readonly<Record<string, string>>;
  readonly now: () => Date;
  /** Waits so many milliseconds. */
  readonly pause: (milliseconds: number) => Promise<void>;
}

const mostTries = 3;
/** Pauses of one run in all, in milliseconds: somebody waits for it. */
const mostPause = 60_000;
/** After so many requests in a row without an answer nobody is asked any more. */
const patience = 3;
const mostPages = 50;
const notJson: NoAnswer = { reason: 'the answer is not JSON' };

/** Reads from a REST API, one request after the other. What goes wrong is an answer, not an error. */
export class ApiClient {
  readonly #options: ApiClientOptions;
  readonly #base: URL;
  #paused = 0;
  #silent = 0;
  /** Why nothing is asked any more. */
  #stopped: NoAnswer | undefined;

  constructor(options: ApiClientOptions) {
    this.#options = options;
    this.#base = new URL(options.base);
  }

  /** @param path relative to the base, without a slash at its start; its parts are encoded */
  async get(path: string): Promise<ApiAnswer> {
    const reply = await this.#ask(`${this.#options.base}/${path}`);
    return 'reason' in reply ? reply : jsonOf(reply);
  }

  /**
   * All pages of a list. A list of which a page is missing is none: half of it would tell that the rest is not there.
   * @param within the key that has the items, where the answer is an object (GitHub)
   */
  async list(path: string, within?: string): Promise<ApiAnswer> {
    const items: unknown[] = [];
    let address: string | undefined = `${this.#options.base}/${path}${path.includes('?') ? '&' : '?'}per_page=100`;
    for (let page = 0; address !== undefined; page++) {
      if (page === mostPages) return { reason: `it has more than ${mostPages} pages` };
      if (!this.#isOwn(address)) return { reason: 'its next page is on another host' };
      const reply: HttpReply | NoAnswer = await this.#ask(address);
      if ('reason' in reply) return reply;
      const answer = jsonOf(reply);
      if ('reason' in answer) return answer;
      const found = itemsOf(answer.value, within);
      if (!found) return { reason: 'the answer is not the list that is documented' };
      items.push(...found);
      address = nextPage(reply.headers, address);
    }
    return { value: items };
  }

  async #ask(url: string): Promise<HttpReply | NoAnswer> {
    for (let tries = 1; ; tries++) {
      if (this.#stopped) return this.#stopped;
      const reply = await this.#send(url);
      const isLast = tries === mostTries;
      if (reply instanceof HttpError) {
        const mayPass = reply.code === 'network' || reply.code === 'timeout';
        if (isLast || !mayPass || !(await this.#wait(500 * 2 ** (tries - 1)))) return this.#noReply(reply);
        continue;
      }
      this.#silent = 0;
      if (!this.#isOwn(reply.url)) return { reason: 'it redirects to another host' };
      if (reply.status >= 200 && reply.status < 300) return reply;
      const delay = retryDelay(reply.status, reply.headers, tries, this.#options.now());
      if (delay !== undefined && !isLast && (await this.#wait(delay))) continue;
      const refused = refusedBy(reply);
      // Whoever is over the limit stays so for longer than anybody waits.
      if (delay !== undefined && reply.status < 500) this.#stopped = refused;
      return refused;
    }
  }

  async #send(url: string): Promise<HttpReply | HttpError> {
    const { http, headers, credentials } = this.#options;
    try {
      return await http.send({ url, headers: { accept: 'application/json', ...headers }, credentials });
    } catch (error) {
      if (error instanceof HttpError) return error;
      throw error;
    }
  }

  #noReply({ message: reason }: HttpError): NoAnswer {
    this.#silent++;
    if (this.#silent >= patience) this.#stopped = { reason: `not asked any more: ${reason}` };
    return { reason };
  }

  /** False when it would take too long. */
  async #wait(milliseconds: number): Promise<boolean> {
    if (this.#paused + milliseconds > mostPause) return false;
    this.#paused += milliseconds;
    await this.#options.pause(milliseconds);
    return true;
  }

  #isOwn(address: string): boolean {
    return new URL(address).origin === this.#base.origin;
  }
}

function refusedBy({ status, body }: HttpReply): NoAnswer {
  const message = messageIn(parse(body));
  return { reason: refusal(status), status, ...(message !== undefined && { message }) };
}

function jsonOf({ body }: HttpReply): ApiAnswer {
  const value = parse(body);
  return value === undefined ? notJson : { value };
}

/** Undefined when it is not JSON. */
function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body)) as unknown;
  } catch {
    return undefined;
  }
}

function itemsOf(value: unknown, within: string | undefined): readonly unknown[] | undefined {
  const list =
    within === undefined || typeof value !== 'object' || value === null
      ? value
      : (value as Readonly<Record<string, unknown>>)[within];
  return Array.isArray(list) ? list : undefined;
}
