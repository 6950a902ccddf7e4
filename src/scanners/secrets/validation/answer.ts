/** Longer answers are not read to their end. */
const longestAnswer = 524_288;

/** A provider's answer, as far as a judgement needs it. */
export class Answer {
  readonly status: number;
  private readonly headers: Headers;
  private readonly json: unknown;

  private constructor(status: number, headers: Headers, json: unknown) {
    this.status = status;
    this.headers = headers;
    this.json = json;
  }

  /** Reads at most half a megabyte; what is longer or not JSON has no content. */
  static async read(response: Response): Promise<Answer> {
    return new Answer(response.status, response.headers, parse(await readBounded(response)));
  }

  header(name: string): string | undefined {
    return this.headers.get(name) ?? undefined;
  }

  /** The value at a path of keys and indexes into the JSON content. */
  at(...path: readonly (string | number)[]): unknown {
    let value: unknown = this.json;
    for (const key of path) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
      value = (value as Record<string | number, unknown>)[key];
    }
    return value;
  }
}

async function readBounded(response: Response): Promise<string | undefined> {
  if (!response.body) return undefined;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    // Leaving the loop cancels the stream.
    if (length > longestAnswer) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(text: string | undefined): unknown {
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
