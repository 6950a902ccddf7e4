import { readFileSync } from 'node:fs';
import type { Candidate } from '../../src/scanners/secrets/generic/candidate.ts';
import { isPlaceholder } from '../../src/scanners/secrets/placeholder/is-placeholder.ts';
import { plant, type NounKind } from './plant.ts';
import type { Dice } from './random.ts';
import { makePassword, makeSecret, makeToken, type Words } from './secret-values.ts';
import { looksDrawn, namesSecret, reviewed } from './reviewed.ts';

export interface Example {
  readonly candidate: Candidate;
  readonly secret: boolean;
  readonly weight: number;
  /** Where it comes from: package of a mined one, `made` for a generated one. */
  readonly source: string;
}

interface Mined extends Candidate {
  readonly package: string;
}

const lists = /(\w+): "([^"]*)"\.split/g;

/** Word lists of the zxcvbn package (`lib/frequency_lists.js`). */
export function readWords(path: string): Words {
  const lists_ = new Map<string, readonly string[]>();
  for (const [, name = '', words = ''] of readFileSync(path, 'latin1').matchAll(lists))
    lists_.set(name, words.split(','));
  const list = (name: string): readonly string[] => lists_.get(name) ?? [];
  return {
    passwords: list('passwords').filter(
      (word, rank) => rank > 3000 && word.length >= 7 && /\d/.test(word) && /[a-z]/.test(word),
    ),
    english: list('english_wikipedia')
      .slice(0, 12_000)
      .filter((word) => /^[a-z]+$/.test(word)),
    names: [...list('male_names'), ...list('female_names'), ...list('surnames').slice(0, 2000)],
  };
}

export function readMined(paths: readonly string[]): readonly Mined[] {
  return paths.flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Mined),
  );
}

/** Mined candidates that placeholder reasoning lets through: not secrets, but for those that a review took out. */
export function negativesFrom(mined: readonly Mined[]): readonly Example[] {
  return mined
    .filter((candidate) => isPlaceholder(candidate.value, candidate) === undefined)
    .flatMap((candidate) => {
      const verdict = reviewed(candidate);
      return verdict === 'unclear' ? [] : [{ candidate, secret: false, weight: 1, source: candidate.package }];
    });
}

/** Whether a real place is one where a secret could stand. */
function plausible(candidate: Mined): NounKind | undefined {
  const { kind, key, origin, operator } = candidate;
  if (origin === 'random' || key.length > 40) return undefined;
  if (!namesSecret(key)) return undefined;
  if (!['=', ':', ':=', '=>', 'value', 'default', '>', '(', ' ', ',', '==', '??', '||', '<-'].includes(operator))
    return undefined;
  if (operator === '(' && !/set|with|encode|type|fill/i.test(key)) return undefined;
  if (kind === 'auth') return /credential/.test(key) ? 'password' : undefined;
  return kind === 'password' || kind === 'secret' || kind === 'token' || kind === 'key' ? kind : undefined;
}

/** A secret as programs and people make them for a name of this kind. */
export function makeValue(dice: Dice, words: Words, kind: NounKind): string {
  if (kind === 'password') return makePassword(dice, words);
  if (kind === 'secret') return makeSecret(dice, words);
  return dice.chance(0.93) ? makeToken(dice) : makeSecret(dice, words);
}

/** Secrets put where mined candidates stand. */
export function plantInMined(dice: Dice, words: Words, mined: readonly Mined[], count: number): readonly Example[] {
  const places = mined.flatMap((candidate) => {
    const kind = plausible(candidate);
    return kind === undefined
      ? []
      : [{ candidate, kind, natural: isPlaceholder(candidate.value, candidate) !== undefined }];
  });
  const made: Example[] = [];
  for (let tries = 0; tries < count * 20 && made.length < count; tries++) {
    const { candidate, kind, natural } = dice.pick(places);
    if (!natural && !dice.chance(0.4)) continue;
    if (/(?:^|\/)(?:tests?|spec|docs?|examples?)\//.test(candidate.path) && !dice.chance(0.5)) continue;
    const value = makeValue(dice, words, kind);
    if (!fits(value, candidate)) continue;
    const planted = { ...candidate, value, end: candidate.start + value.length };
    if (isPlaceholder(value, planted) === undefined)
      made.push({ candidate: planted, secret: true, weight: 1, source: candidate.package });
  }
  return made;
}

function fits(value: string, place: Candidate): boolean {
  if (place.quote !== '') return !value.includes(place.quote.slice(-1)) && !value.includes('\\');
  return !/[\s"'`<>;&|#,(){}\\]/.test(value);
}

/** Secrets in written templates. */
export function plantInTemplates(dice: Dice, words: Words, count: number): readonly Example[] {
  const made: Example[] = [];
  for (let tries = 0; tries < count * 20 && made.length < count; tries++) {
    const kind = dice.pick(['password', 'password', 'secret', 'token', 'key', 'odd'] as const);
    if (kind === 'odd' && !dice.chance(0.4)) continue;
    const candidate = plant(dice, kind, makeValue(dice, words, kind));
    if (candidate !== undefined && isPlaceholder(candidate.value, candidate) === undefined)
      made.push({ candidate, secret: true, weight: 1, source: 'made' });
  }
  return made;
}

const innocentNames =
  'hash,commit,revision,build id,client id,tenant id,user id,object id,request id,trace id,checksum,digest,etag,public key,cache key,primary key,sort key,query key,translation key,asset id,file hash,content hash,version,uid,guid,session id,tracking id,product id,app id,account id,container id,image id,fingerprint,thumbprint,key id,key name,token id,token type,token url,password policy,secret name,secret arn,secret path,password field,password hash,password label,token endpoint,auth url,auth method,auth provider,key alias,key path,api key name,api key header,token prefix,token name,password length,secret id,access key id,token address,contract address,instance id,node id,ref,sha,blob,seed,salt length,nonce,iv,color,icon,location,zone,subnet,cluster'.split(
    ',',
  );

/** What looks random under names that announce no secret, and what is no secret under names that do. */
export function plantInnocent(dice: Dice, open: readonly Example[], count: number): readonly Example[] {
  const values = new Map<NounKind, string[]>([
    ['password', []],
    ['secret', []],
    ['token', []],
    ['key', []],
  ]);
  for (const { candidate, secret } of open) {
    if (secret || candidate.origin === 'random') continue;
    values.get(candidate.kind as NounKind)?.push(candidate.value);
  }
  const made: Example[] = [];
  for (let tries = 0; tries < count * 20 && made.length < count; tries++) {
    const kind = dice.pick(['password', 'password', 'secret', 'token', 'key'] as const);
    const named = dice.chance(0.35);
    const value = named ? makeToken(dice) : dice.pick(values.get(kind) ?? []);
    const candidate = plant(dice, named ? innocentNames : kind, value);
    if (candidate === undefined || isPlaceholder(candidate.value, candidate) !== undefined) continue;
    if (named || !looksDrawn(value)) made.push({ candidate, secret: false, weight: 1, source: 'made' });
  }
  return made;
}
