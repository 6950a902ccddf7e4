import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../lib/matcher/matcher.ts';
import { compilePatterns } from './compile-rules.ts';
import { secretOf } from './rule-set.ts';
import { defineSecret, type SecretDefinition } from './define-secret.ts';

const key = '9f8e7d6c5b4a3928171605f4e3d2c1b0';

/** The values found by a rule that is made from `definition`. */
function find(definition: Pick<SecretDefinition, 'shape' | 'near' | 'regex'>, text: string): string[] {
  const rule = defineSecret({
    id: 'secrets/sample',
    title: 'Sample',
    provider: 'Sample',
    opens: 'Everything.',
    revoke: 'Revoke it.',
    bad: [{ code: '{secret}' }],
    good: [{ code: '-' }],
    ...definition,
  });
  const { patterns, owners } = compilePatterns([rule]);
  return createMatcher(patterns)
    .scan(Buffer.from(text))
    .flatMap((match) => owners.slice(match.pattern, match.pattern + 1).map((owner) => secretOf(match, owner)))
    .map(({ start, end }) => text.slice(start, end));
}

describe('boundaries', () => {
  it.each([
    ['id=ab12-0123 ', ['ab12-0123']],
    [String.raw`"\nab12-0123\n"`, ['ab12-0123']],
    ['q=%22ab12-0123%22', ['ab12-0123']],
    [String.raw`\u0022ab12-0123\u0022`, ['ab12-0123']],
    ['x_ab12-0123', ['ab12-0123']],
    ['xab12-0123', []],
    ['ab12-01234', []],
    ['ab12-0123_', []],
    ['ab12-0123.', ['ab12-0123']],
  ])('%s', (text, values) => {
    expect(find({ shape: 'ab12-<d4>' }, text)).toEqual(values);
  });

  it.each([
    ['k=pq-0123', ['pq-0123']],
    ['x_pq-0123', []],
    ['some-pq-0123', []],
    ['@@\n-pq-0123', ['pq-0123']],
  ])('a short opening is no tail of a name: %j', (text, values) => {
    expect(find({ shape: 'pq-<d4>' }, text)).toEqual(values);
  });

  it('base64 is followed by no more base64 and no padding', () => {
    expect(find({ shape: 'tok-<B8>' }, 'tok-AAAA+/12;')).toEqual(['tok-AAAA+/12']);
    expect(find({ shape: 'tok-<B8>' }, 'tok-AAAA+/12/ tok-AAAA+/12= tok-AAAA+/12x')).toEqual([]);
  });
});

it('leaves the context out of the value', () => {
  expect(find({ shape: 'AccountKey=^<B4>==' }, 'Name=x;AccountKey=abcd==;')).toEqual(['abcd==']);
});

it('takes the group named secret of an expression, wherever it stands', () => {
  const regex = {
    source: String.raw`(a)[(](?:b)(?<=b)(?<other>c)(?<secret>\d+)`,
    literals: ['a(bc'] as const,
    maxLength: 20,
    sample: () => '1',
  };
  expect(find({ regex }, 'a(bc42')).toEqual(['42']);
  expect(find({ regex: { ...regex, source: String.raw`a[(]bc\d+` } }, 'a(bc42')).toEqual(['a(bc42']);
});

describe('near', () => {
  const near = { shape: '<h32>', near: ['acme'] } as const;

  it.each([`acme ${key}`, `ACME_ID = "${key}"`, `"acmeId": "${key}"`, `x; acme: ${key}`])('finds %s', (text) => {
    expect(find(near, text)).toEqual([key]);
  });

  it.each([`acme\n${key}`, `acme=1; x=${key}`, `acme=1&x=${key}`, `${key} acme`, `acme${' '.repeat(41)}${key}`, key])(
    'not in %j',
    (text) => {
      expect(find(near, text)).toEqual([]);
    },
  );

  it('keeps the case of the value', () => {
    expect(find(near, `acme ${key.toUpperCase()}`)).toEqual([]);
  });
});

describe('near, assigned to a telling name', () => {
  const assigned = { shape: '<h32>', near: { words: ['acme'], assigned: true } } as const;

  it.each([
    `ACME_API_KEY=${key}`,
    `export ACME_API_KEY="${key}"`,
    `acme.auth.token=${key}`,
    `acme_token: '${key}'`,
    `"acmeApiKey": "${key}",`,
    `{\\"acmeApiKey\\": \\"${key}\\"}`,
    `acmeApiKey = '${key}';`,
    `const acmeApiKey: string = '${key}';`,
    `var acmeKey string = "${key}"`,
    `acmeKey := "${key}"`,
    `:acme_token => "${key}"`,
    `config['acme']['token'] = '${key}'`,
    `acme: { secret: "${key}" }`,
    `acme.setAuthToken("${key}")`,
    `os.environ.setdefault("ACME_TOKEN", "${key}")`,
    `process.env.ACME_TOKEN || '${key}'`,
    `buildConfigField("String", "ACME_KEY", "\\"${key}\\"")`,
    `<acmeToken>${key}</acmeToken>`,
    `<add key="AcmeToken" value="${key}" />`,
    `acme --acme-token ${key}`,
    `acme --acme-token=${key}`,
    `tool config set acme_token ${key}`,
    `ENV ACME_TOKEN ${key}`,
    `-H "X-Acme-Token: ${key}"`,
    `ACME_TOKEN ?= ${key}`,
    `acmeToken = Buffer.from("${key}")`,
  ])('finds %s', (text) => {
    expect(find(assigned, text)).toEqual([key]);
  });

  it.each([
    `acme_commit = "${key}"`,
    `acme ${key}`,
    `acme token of ${key}`,
    `image: acme@sha256:${key}`,
    `token = "${key}"`,
    `acme_token = load("x", "${key}")`,
    `acme_token_url = https://acme.io/${key}`,
  ])('not in %s', (text) => {
    expect(find(assigned, text)).toEqual([]);
  });
});
