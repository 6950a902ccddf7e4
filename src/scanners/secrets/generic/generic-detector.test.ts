import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCases } from '../../../../bench/classifier/cases.ts';
import { createMatcher } from '../../../lib/matcher/matcher.ts';
import type { Example } from '../../../model/rule.ts';
import { createGenericDetector, type GenericCandidate } from './generic-detector.ts';
import { genericPatterns } from './generic-patterns.ts';
import { genericRules } from './rules.ts';

const matcher = createMatcher(genericPatterns);
const detector = createGenericDetector();

function detect(text: string, path: string, explain = false): readonly GenericCandidate[] {
  const bytes = Buffer.from(text, 'latin1');
  return detector.detect(bytes, path, matcher.scan(bytes), { explain });
}

/** A value for `{secret}`, put together here so that none stands in a file. */
const samples: Readonly<Record<string, string>> = {
  'secrets/generic-password': ['vK9', 'rtoPq', '2wLz'].join(''),
  'secrets/generic-secret': ['zaCELgL0', 'imfnc8mV', 'LWwsAawj', 'Yr4Rx0aQ'].join(''),
  'secrets/generic-token': ['9f3c77d1', 'e0b24a68', 'c51d09f7', '3ab86e42'].join(''),
  'secrets/generic-api-key': ['9f3c77d1', 'e0b24a68', 'c51d09f7', '3ab86e42'].join(''),
  'secrets/key-file': ['4f1c9be07a6d', '23e85b90c7f1', 'a60d83e4'].join(''),
  'secrets/high-entropy-string': ['0606bfd6de2e', 'b72d64c36ebe', '217755a92174', 'b60d'].join(''),
};

function expand(ruleId: string, example: Example): string {
  return example.code.replaceAll('{secret}', samples[ruleId] ?? '');
}

describe('the rules', () => {
  const bad = genericRules.flatMap((rule) => rule.bad.map((example) => ({ rule, example })));
  const good = genericRules.flatMap((rule) => rule.good.map((example) => ({ rule, example })));

  it.each(bad)('$rule.id reports $example.path', ({ rule, example }) => {
    const found = detect(expand(rule.id, example), example.path ?? '');
    expect(found.map(({ ruleId }) => ruleId)).toEqual([rule.id]);
  });

  it.each(good)('$rule.id leaves $example.path alone', ({ rule, example }) => {
    expect(detect(expand(rule.id, example), example.path ?? '')).toEqual([]);
  });
});

describe('what is told of a key is none', () => {
  const value = samples['secrets/generic-secret'] ?? '';

  it.each([
    'if (privateKey.curve !== "secp256r1") throw refused();\n',
    'config.password_type = "hashedBcrypt9x";\n',
    `const store = { kdf: "scrypt", dklen: 32, salt: "${value}" };\n`,
  ])('%s', (text) => {
    expect(detect(text, 'src/store.js')).toEqual([]);
  });

  it('but the salt of an application is kept secret', () => {
    expect(detect(`PASSWORD_SALT = "${value}"\n`, 'app/settings.py')).toHaveLength(1);
  });
});

describe('hand-written files', () => {
  const files = readCases(join(import.meta.dirname, '../../../../bench/classifier/cases'));

  it('has precision 0.95 and recall 0.9 on them', () => {
    const sum = { secrets: 0, found: 0, right: 0, wrong: 0 };
    for (const { path, text, marks } of files) {
      const found = detect(text, path);
      const secrets = marks.filter(({ secret }) => secret);
      const touches = (one: GenericCandidate) => secrets.some((mark) => one.start < mark.end && mark.start < one.end);
      sum.secrets += secrets.length;
      sum.found += secrets.filter((mark) => found.some((one) => one.start < mark.end && mark.start < one.end)).length;
      sum.right += found.filter(touches).length;
      sum.wrong += found.filter((one) => !touches(one)).length;
    }
    expect(sum.secrets).toBeGreaterThan(200);
    expect(sum.right / (sum.right + sum.wrong)).toBeGreaterThanOrEqual(0.95);
    expect(sum.found / sum.secrets).toBeGreaterThanOrEqual(0.9);
  });

  it('gives nothing of a high severity that is not a secret', () => {
    const wrong = files.flatMap(({ path, text, marks }) =>
      detect(text, path)
        .filter(({ severity }) => severity === 'high' || severity === 'critical')
        .filter((one) => !marks.some((mark) => mark.secret && one.start < mark.end && mark.start < one.end))
        .map((one) => `${path}: ${text.slice(one.start, one.end)}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a candidate', () => {
  const value = samples['secrets/generic-password'] ?? '';
  const line = `db.password = "${value}"\n`;

  it('has the range of its value and the name as written', () => {
    const [found] = detect(`# \u00e9\n${line}`, 'app.conf');
    expect(found).toMatchObject({ keyName: 'db.password', start: 19, end: 19 + value.length });
  });

  it('scores lower in tests, documentation, examples and translations', () => {
    const score = (path: string): number => detect(line, path, true)[0]?.score ?? -1;
    const source = score('src/app.conf');
    for (const path of ['tests/app.conf', 'docs/app.conf', 'examples/app.conf', 'locales/app.conf']) {
      expect(score(path)).toBeLessThan(source);
    }
  });

  it('is explained without a part of the value', () => {
    const [found] = detect(line, 'app.conf');
    const spelled = JSON.stringify(found?.features).toLowerCase();
    for (let at = 0; at + 4 <= value.length; at++) expect(spelled).not.toContain(value.slice(at, at + 4).toLowerCase());
    expect(found?.features.length).toBeGreaterThan(3);
  });

  it('that is refused says why, and only when asked', () => {
    const text = 'password: changeme\n';
    expect(detect(text, 'app.yml')).toEqual([]);
    expect(detect(text, 'app.yml', true)).toMatchObject([{ score: 0, dropped: 'sample words' }]);
  });

  it('is the inner one where a default hides in a reference', () => {
    const [found] = detect(`DB_PASS=\${DB_PASS:-${value}}\n`, 'run.sh', true);
    expect(found).toMatchObject({ start: 19, end: 19 + value.length });
    expect(found?.dropped).toBeUndefined();
  });
});

describe('any input', () => {
  it('gives candidates inside the bytes, in order, apart, the same each time', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'password',
        'token',
        'secret',
        '=',
        ':',
        '"',
        "'",
        '(',
        ')',
        '\n',
        ' ',
        'login(',
        '${',
        '}',
        ',',
        '-p ',
      ),
      fc.string({ maxLength: 12 }),
      fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    );
    const path = fc.constantFrom('a.py', 'a.yml', '.env', 'a.sh', 'a.xml', 'a.md', 'a', 'a.json');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), path, (pieces, name) => {
        const text = Buffer.from(pieces.join(''), 'utf8').toString('latin1');
        const found = detect(text, name, true);
        let last = 0;
        for (const { start, end, score } of found) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          last = end;
        }
        expect(detect(text, name, true)).toEqual(found);
      }),
      { numRuns: 400 },
    );
  });

  it('survives long lines of one thing', () => {
    for (const unit of ['password', 'password=', 'password:\n', 'token,"', 'login("a",', ' ', '\n', 'a1', '"', '-p ']) {
      const text = unit.repeat(Math.floor(40_000 / unit.length));
      expect(detect(text, 'a.py').every(({ end }) => end <= text.length)).toBe(true);
    }
  });

  it('finds nothing in lock files, checksums and alphabets', () => {
    const digest = ['9f86d081884c7d65', '9a2feaa0c55ad015', 'a3bf4f1b2b0b822c', 'd15d6c15b0f00a08'].join('');
    expect(
      detect(`"token-parser": { "integrity": "sha512-${digest}", "key": "${digest}" }`, 'package-lock.json'),
    ).toEqual([]);
    expect(detect(`${digest}  auth-token.tgz\n`, 'SHA256SUMS')).toEqual([]);
    expect(
      detect('const tokenChars = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=";', 'a.js'),
    ).toEqual([]);
  });
});
