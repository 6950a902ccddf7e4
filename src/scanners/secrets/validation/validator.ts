import { createHash } from 'node:crypto';
import { ask, type Line } from './ask.ts';
import { Answer } from './answer.ts';
import type { Facts, Judgement } from './judgement.ts';
import type { Provider, Question } from './provider.ts';
import { Slots } from './slots.ts';

/** What a provider says of a value, and which host said it. */
export interface Validity extends Judgement {
  readonly provider?: string;
  readonly host?: string;
}

export interface ValidatorSettings extends Line {
  readonly providers: readonly Provider[];
  readonly endpoints: ReadonlyMap<string, string>;
  readonly now: () => Date;
  /** Calls at the same time. */
  readonly atOnce: number;
  /** Calls in all. */
  readonly calls: number;
}

/** Finds the value of another rule in the same file. */
export type Nearest = (ruleId: string) => string | undefined;

const nothingDocumented = 'the provider documents no call that would tell';

/** A provider that does not answer this many times in a row is not asked any more. */
const patience = 3;
const longestFact = 200;

/** Asks about each distinct value once. It keeps hashes of values, not the values. */
export class Validator {
  private readonly settings: ValidatorSettings;
  private readonly byRule: ReadonlyMap<string, Provider>;
  private readonly asked = new Map<string, Promise<Validity>>();
  private readonly slots: Slots;
  /** Providers that are left alone, and why. */
  private readonly quiet = new Map<string, string>();
  private readonly failures = new Map<string, number>();

  constructor(settings: ValidatorSettings) {
    this.settings = settings;
    this.slots = new Slots(settings.atOnce);
    this.byRule = new Map(settings.providers.flatMap((provider) => provider.rules.map((rule) => [rule, provider])));
  }

  /** @param nearest the value of a rule that stands nearest to this one, for credentials of several parts */
  async validate(ruleId: string, value: string, nearest: Nearest = () => undefined): Promise<Validity> {
    const provider = this.byRule.get(ruleId);
    const parts = [value, ...(provider?.beside ?? []).map((rule) => nearest(rule))];
    // Anything else could break out of a header or an address.
    const fit = parts.every((part) => part === undefined || /^[\x21-\x7e]+$/.test(part));
    if (!provider || !fit) return unknown(nothingDocumented);
    const key = createHash('sha256')
      .update(JSON.stringify([provider.id, ...parts.map(String)]))
      .digest('hex');
    const known = this.asked.get(key);
    if (known) return await known;
    const endpoint = this.settings.endpoints.get(provider.id) ?? provider.endpoint;
    const { host } = new URL(endpoint);
    const question = provider.request(value, { host, now: this.settings.now(), beside: parts.slice(1) });
    if (!question) return unknown(provider.beside ? 'its other part is not beside it' : nothingDocumented);
    const from = { provider: provider.title, host };
    if (this.asked.size >= this.settings.calls) {
      return { ...from, ...unknown(`more than ${this.settings.calls} values to ask about`) };
    }
    const validity = this.slots
      .run(async () => await this.judge(provider, question, endpoint))
      .then(({ facts, ...judgement }) => ({ ...from, ...judgement, ...withFacts(facts, value) }));
    this.asked.set(key, validity);
    return await validity;
  }

  private async judge(provider: Provider, question: Question, endpoint: string): Promise<Judgement> {
    const { signal } = this.settings;
    const reason = signal.aborted ? 'interrupted' : this.quiet.get(provider.id);
    if (reason !== undefined) return unknown(reason);
    const answer = await ask(question, endpoint, this.settings);
    if (answer instanceof Answer) {
      this.failures.delete(provider.id);
      const judgement = provider.judge(answer) ?? unknown(`an answer that tells nothing (${answer.status})`);
      return this.placed(provider, judgement);
    }
    if (answer.kind === 'limited') this.quiet.set(provider.id, answer.reason);
    if (answer.kind === 'failed') {
      const failures = (this.failures.get(provider.id) ?? 0) + 1;
      this.failures.set(provider.id, failures);
      if (failures >= patience) this.quiet.set(provider.id, `not asked any more: ${answer.reason}`);
    }
    return unknown(answer.reason);
  }

  /** A host that was only guessed may refuse what another one accepts. */
  private placed(provider: Provider, judgement: Judgement): Judgement {
    const guessed = provider.elsewhere === true && !this.settings.endpoints.has(provider.id);
    if (judgement.validity !== 'inactive' || !guessed) return judgement;
    return unknown(`refused, but it may belong to another host (set validate.endpoints.${provider.id})`);
  }
}

function unknown(reason: string): Judgement {
  return { validity: 'unknown', reason };
}

/** Facts come from outside: they are kept short, on one line, and free of the value. */
function withFacts(facts: Facts | undefined, value: string): { readonly facts?: Facts } {
  const kept = Object.entries(facts ?? {}).flatMap(([name, fact]): [string, string | number | boolean][] => {
    if (typeof fact !== 'string') return [[name, fact]];
    if (fact.includes(value)) return [];
    return [[name, fact.replace(/\p{C}+/gu, ' ').slice(0, longestFact)]];
  });
  return kept.length > 0 ? { facts: Object.fromEntries(kept) } : {};
}
