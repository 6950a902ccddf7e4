import { Answer } from './answer.ts';
import { addressOf } from './endpoint.ts';
import type { Question } from './provider.ts';

export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

export interface Line {
  readonly fetch: Fetch;
  readonly signal: AbortSignal;
  readonly timeoutMillis: number;
}

/** No answer that could be judged. `failed`: the provider did not answer at all. `limited`: it wants to be left alone. */
export interface NoAnswer {
  readonly reason: string;
  readonly kind: 'failed' | 'limited' | 'odd';
}

/**
 * Makes one call. What goes wrong is told in fixed words: an error of `fetch` may quote the address or a header, and
 * so the credential.
 */
export async function ask(question: Question, endpoint: string, line: Line): Promise<Answer | NoAnswer> {
  const { fetch, signal, timeoutMillis } = line;
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  const timer = setTimeout(interrupt, timeoutMillis);
  signal.addEventListener('abort', interrupt);
  if (signal.aborted) interrupt();
  try {
    const response = await fetch(addressOf(endpoint, question.path), {
      method: question.method,
      headers: { accept: 'application/json', 'user-agent': 'portcullis', ...question.headers },
      ...(question.body !== undefined && { body: question.body }),
      redirect: 'manual',
      signal: stop.signal,
    });
    const odd = oddity(response.status);
    if (odd) {
      await response.body?.cancel();
      return odd;
    }
    return await Answer.read(response);
  } catch (error) {
    if (signal.aborted) return { kind: 'failed', reason: 'interrupted' };
    if (stop.signal.aborted) return { kind: 'failed', reason: `no answer within ${timeoutMillis / 1000} s` };
    return { kind: 'failed', reason: `no connection${systemCode(error)}` };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', interrupt);
  }
}

function oddity(status: number): NoAnswer | undefined {
  if (status === 429) return { kind: 'limited', reason: 'too many calls for the provider (429)' };
  if (status >= 500) return { kind: 'odd', reason: `the provider has a problem (${status})` };
  if (status >= 300 && status < 400) return { kind: 'odd', reason: `a redirect was not followed (${status})` };
  return undefined;
}

/** ` (ECONNREFUSED)`: codes of the system and of fetch, nothing else of an error. */
function systemCode(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z][A-Z_]{2,40}$/.test(code) ? ` (${code})` : '';
}
