import type { z } from 'zod';
import type { ApiClient } from './api-client.ts';
import type { ApiAnswer, NoAnswer } from './api-answer.ts';

const undocumented = 'the answer is not what is documented';
/** What is asked about each on its own is not asked about more of them. */
const mostOfEach = 50;

/** A list that only names things; what is known of each is another answer. */
export interface Each<T> {
  readonly fact: string;
  readonly list: string;
  readonly wants: (summary: Readonly<Record<string, unknown>>) => boolean;
  readonly detail: (id: number) => string;
  readonly schema: z.ZodType<T>;
}

/** Asks for facts one after the other and keeps, for each, what the schema knows of it or why it is not known. */
export class FactCollector {
  readonly #api: ApiClient;
  readonly #facts: Record<string, unknown> = {};
  readonly #unknown: Record<string, string> = {};

  constructor(api: ApiClient) {
    this.#api = api;
  }

  /** An object. Keys of it that are not as documented are left out, each with its reason. */
  async object<T>(fact: string, path: string, schema: z.ZodType<T>): Promise<T | undefined> {
    return this.#keep(fact, schema, await this.#api.get(path));
  }

  /** All pages of a list. */
  async list<T>(fact: string, path: string, schema: z.ZodType<T>, within?: string): Promise<T | undefined> {
    return this.#keep(fact, schema, await this.#api.list(path, within));
  }

  /** An object of which the answer of the server may say that there is none. */
  async objectOrNone<T>(
    fact: string,
    path: string,
    schema: z.ZodType<T>,
    isNone: (answer: ApiAnswer) => boolean,
  ): Promise<void> {
    const answer = await this.#api.get(path);
    if (isNone(answer)) this.#facts[fact] = null;
    else this.#keep(fact, schema, answer);
  }

  /** The details of all that a list names; without one of them they are not known. */
  async each<T>({ fact, list, wants, detail, schema }: Each<T>): Promise<void> {
    const answer = await this.#api.list(list);
    if ('reason' in answer) return this.missing(fact, answer);
    const wanted = (answer.value as readonly unknown[]).filter((item) => isObject(item) && wants(item)).map(idOf);
    if (wanted.length > mostOfEach) return this.missing(fact, { reason: `there are more than ${mostOfEach}` });
    const found: T[] = [];
    for (const id of wanted) {
      if (id === undefined) return this.missing(fact, { reason: undocumented });
      const one = await this.#api.get(detail(id));
      if ('reason' in one) return this.missing(fact, one);
      const known = schema.safeParse(withoutNulls(one.value));
      if (!known.success) return this.missing(fact, { reason: undocumented });
      found.push(known.data);
    }
    this.set(fact, found);
  }

  /** Something that is made of other answers. */
  set(fact: string, value: unknown): void {
    this.#facts[fact] = value;
  }

  missing(fact: string, { reason }: NoAnswer): void {
    this.#unknown[fact] = reason;
  }

  /** Whether anything was answered. */
  get isEmpty(): boolean {
    return Object.keys(this.#facts).length === 0;
  }

  /** What is known, and in `unknown` what is not. */
  result(): Readonly<Record<string, unknown>> {
    const open = Object.keys(this.#unknown).length > 0;
    return { ...this.#facts, ...(open && { unknown: this.#unknown }) };
  }

  #keep<T>(fact: string, schema: z.ZodType<T>, answer: ApiAnswer): T | undefined {
    if ('reason' in answer) {
      this.missing(fact, answer);
      return undefined;
    }
    let value = withoutNulls(answer.value);
    // One round takes out what is wrong, the next one sees that nothing is.
    for (let round = 0; round < 2; round++) {
      const result = schema.safeParse(value);
      if (result.success) {
        this.#facts[fact] = result.data;
        return result.data;
      }
      const keys = result.error.issues.map(({ path }) => path[0]);
      if (!isObject(value) || keys.some((key) => typeof key !== 'string')) break;
      for (const key of keys) this.#unknown[`${fact}.${String(key)}`] = undocumented;
      value = Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
    }
    this.missing(fact, { reason: undocumented });
    return undefined;
  }
}

function idOf(item: unknown): number | undefined {
  return isObject(item) && Number.isSafeInteger(item['id']) ? Number(item['id']) : undefined;
}

/** Null is how both platforms write that something is not set. No deeper than the keys of an item. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => (isObject(item) ? withoutNulls(item) : item));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== null));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
