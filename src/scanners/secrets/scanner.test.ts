import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSourceFile, type SourceFileInput } from '../../engine/source-file.ts';
import type { Finding } from '../../model/finding.ts';
import type { Emission } from '../../model/scanner.ts';
import { maskValue } from './mask.ts';
import { secretRules } from './rules/all.ts';
import { githubToken } from './rules/github-token.ts';
import { slackBotToken } from './rules/slack-bot-token.ts';
import { sampleSecret } from './sample-secret.ts';
import { secretsScanner } from './scanner.ts';

const token = sampleSecret(githubToken, 11);
const bot = sampleSecret(slackBotToken, 11);
/** As people choose passwords. */
const chosen = ['horse', '5', 'Battery'].join('-');

const context = {
  root: '/repository',
  targetKind: 'directory',
  salt: 'salt',
  settings: undefined,
  signal: new AbortController().signal,
  now: new Date('2026-01-01T00:00:00Z'),
} as const;
const scan = await secretsScanner.start(context);

async function emissions(input: Partial<SourceFileInput>, text = ''): Promise<Emission[]> {
  const said: Emission[] = [];
  const file = createSourceFile({ uri: 'src/app.env', bytes: Buffer.from(text), ...input });
  for await (const emission of scan.file(file)) said.push(emission);
  return said;
}

async function find(text: string, uri = 'src/app.env'): Promise<Finding[]> {
  const said = await emissions({ uri }, text);
  return said.flatMap((emission) => (emission.kind === 'finding' ? [emission.finding] : []));
}

describe('a finding', () => {
  test('says what, where and how sure, and identifies the value without its position', async () => {
    const [first] = await find(`A=1\nTOKEN=${token}\n`);
    const [again] = await find(`\n\n\n  - name: "${token}" # elsewhere`, 'other/place.yaml');
    expect(first).toMatchObject({
      ruleId: githubToken.id,
      scanner: 'secrets',
      severity: 'critical',
      confidence: 'proven',
      locations: [{ uri: 'src/app.env', startLine: 2, startColumn: 7, endLine: 2, endColumn: 7 + token.length }],
      properties: { secret: { masked: maskValue(token), length: token.length, provider: 'GitHub', proof: 'proven' } },
    });
    expect(first?.message).toContain(githubToken.title);
    expect(first?.fingerprints[0]).toMatchObject({ kind: 'secret/v1', value: expect.stringMatching(/^[\da-f]{64}$/) });
    expect(again?.fingerprints).toEqual(first?.fingerprints);
  });

  test('has another identity in another repository', async () => {
    const elsewhere = await secretsScanner.start({ ...context, salt: 'pepper' });
    const file = createSourceFile({ uri: 'a', bytes: Buffer.from(token) });
    const [emission] = [...(elsewhere.file(file) as Iterable<Emission>)];
    const [here] = await find(token);
    expect(emission?.kind === 'finding' && emission.finding.fingerprints).not.toEqual(here?.fingerprints);
  });

  test('of a value that could be guessed has a short hash and no visible character', async () => {
    const [finding] = await find(`mysql --user=shop --password=${chosen} db`, 'run.sh');
    expect(finding?.fingerprints[0]?.value).toMatch(/^[\da-f]{8}$/);
    expect(finding?.properties).toMatchObject({ secret: { masked: '***' } });
  });

  test('names the value, what it is assigned to and what proves it', async () => {
    const [proven] = await find(`GH_TOKEN=${token}\n`);
    expect(proven?.message).toBe(`${githubToken.title} ${maskValue(token)} assigned to GH_TOKEN, checksum holds`);
    expect(proven?.properties).toMatchObject({ proof: 'checksum holds' });
    const [encoded] = await find(`data: ${Buffer.from(`deploy with ${token} today`).toString('base64')}\n`);
    expect(encoded?.message).toContain(`${maskValue(token)}, in base64`);
    expect((await find(`db_password: ${chosen}\n`, 'config.yaml'))[0]?.message).toMatch(/ assigned to db_password$/);
  });

  test('is not made of a token with a wrong checksum', async () => {
    const wrong = token.slice(0, -3) + (token.endsWith('000') ? '111' : '000');
    expect(await find(`TOKEN=${wrong}`)).toEqual([]);
  });

  test('never contains a secret value, whatever the rule', async () => {
    for (const rule of secretRules) {
      for (const [index, example] of rule.bad.entries()) {
        const secret = sampleSecret(rule, 100 + index);
        const uri = example.path ?? 'file.txt';
        const bytes = Buffer.from(example.code.replaceAll('{secret}', secret), 'latin1');
        const said = JSON.stringify(await emissions({ uri, bytes }));
        expect(said.includes(JSON.stringify(secret).slice(1, -1)), `${rule.id} in ${said}`).toBe(false);
      }
    }
  });
});

describe('one value at one position', () => {
  test('is one finding, by the most specific rule', async () => {
    const lines = [
      `password = "${token}"`,
      `url: https://user:${token}@github.com/a/b.git`,
      `Authorization: Bearer ${bot}`,
    ];
    const found = await find(`${lines.join('\n')}\n`, 'config.yaml');
    expect(found.map((finding) => finding.ruleId)).toEqual([githubToken.id, githubToken.id, slackBotToken.id]);
  });

  test('values side by side are found each', async () => {
    const found = await find(`${token} ${bot},${token}`);
    expect(found.map((finding) => finding.locations[0].startColumn)).toEqual([
      1,
      token.length + 2,
      token.length + bot.length + 3,
    ]);
  });
});

describe('comments in the source', () => {
  test.each([
    [`TOKEN=${token} # portcullis:allow`, undefined],
    [`TOKEN=${token} # portcullis:allow -- revoked in May`, 'revoked in May'],
    [`TOKEN=${token} # portcullis:allow ${githubToken.id} sample of the docs`, 'sample of the docs'],
    [`// portcullis:allow test account\nconst t = "${token}";`, 'test account'],
    [`<!-- portcullis:allow demo -->\n<token>${token}</token>`, 'demo'],
    [`TOKEN=${token} # gitleaks:allow`, 'gitleaks:allow'],
    [`TOKEN=${token}  # pragma: allowlist secret`, 'pragma: allowlist secret'],
    [`# pragma: allowlist nextline secret\nTOKEN=${token}`, 'pragma: allowlist nextline secret'],
    [`TOKEN=${token} # trufflehog:ignore`, 'trufflehog:ignore'],
    [`TOKEN=${token} // ggignore`, 'ggignore'],
  ])('%j suppresses', async (text, reason) => {
    const [finding] = await find(text);
    expect(finding?.suppression).toEqual({ kind: 'in-source', ...(reason !== undefined && { reason }) });
  });

  test.each([
    `TOKEN=${token} # portcullis:allow secrets/slack-bot-token`,
    `TOKEN=${token}\n# portcullis:allow`,
    `A=1 # portcullis:allow\nTOKEN=${token}`,
    `# pragma: allowlist secret\n\nTOKEN=${token}`,
    `TOKEN=${token} # allow`,
  ])('%j does not', async (text) => {
    const [finding] = await find(text);
    expect(finding?.ruleId).toBe(githubToken.id);
    expect(finding?.suppression).toBeUndefined();
  });
});

describe('the scan', () => {
  test('hides the ranges of values, also of doubtful and encoded ones', () => {
    const encoded = Buffer.from(`token ${bot}`).toString('base64');
    const text = `TOKEN=${token}\ndata: ${encoded}\n`;
    const file = createSourceFile({ uri: 'a.yaml', bytes: Buffer.from(text) });
    const ranges = scan.sensitive?.(file) ?? [];
    expect(ranges[0]).toEqual({ start: 6, end: 6 + token.length });
    const hidden = ranges.map((range) => text.slice(range.start, range.end)).join(' ');
    expect(Buffer.from(encoded.slice(8), 'base64').toString()).toBe(bot);
    expect(hidden).toContain(encoded.slice(8, -4));
  });

  test('looks only for what touches fresh bytes', async () => {
    const text = `${token}\n${bot}\n${Buffer.from(`token ${token}`).toString('base64')}\n`;
    const bytes = Buffer.from(text);
    const freshFrom = async (start: number, end: number) => {
      const said = await emissions({ bytes, fresh: [{ start, end }] });
      return said.map((emission) => emission.kind === 'finding' && emission.finding.locations[0].startLine);
    };
    expect(await freshFrom(0, 1)).toEqual([1]);
    expect(await freshFrom(token.length + 5, token.length + 6)).toEqual([2]);
    expect(await freshFrom(bytes.length - 10, bytes.length - 9)).toEqual([3]);
    expect(await freshFrom(0, bytes.length)).toEqual([1, 2, 3]);
  });

  test('wants everything that is not empty, and describes its rules', async () => {
    const info = { uri: 'a.png', name: 'a.png', depth: 0 };
    expect([secretsScanner.wants({ ...info, size: 0 }), secretsScanner.wants({ ...info, size: -1 })]).toEqual([
      false,
      true,
    ]);
    const rules = await secretsScanner.rules();
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
    expect(rules.length).toBeGreaterThanOrEqual(220);
  });

  test('survives any bytes', () => {
    const pieces = fc.constantFrom(
      ...[token, bot, 'password=', 'eyJ', '\\u00', '%4', '\u0000', '"', 'base64,', '=='].map((text) =>
        Buffer.from(text),
      ),
    );
    const content = fc
      .array(fc.oneof(fc.uint8Array({ maxLength: 60 }), pieces), { maxLength: 40 })
      .map((parts) => Buffer.concat(parts));
    fc.assert(
      fc.property(content, fc.constantFrom('a.txt', 'a.ipynb', 'a.exe'), (bytes, uri) => {
        const file = createSourceFile({ uri, bytes });
        const said = [...(scan.file(file) as Iterable<Emission>)];
        const text = JSON.stringify(said);
        expect(text.includes(token) || text.includes(bot)).toBe(false);
        const places = said.flatMap((emission) => (emission.kind === 'finding' ? emission.finding.locations : []));
        for (const { startLine = 0, endLine = 0 } of places) {
          expect(startLine).toBeGreaterThanOrEqual(1);
          expect(endLine).toBeGreaterThanOrEqual(startLine);
        }
        for (const range of scan.sensitive?.(file) ?? []) {
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeLessThanOrEqual(bytes.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});

test('a mask shows at most four and two characters and never more than a quarter', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 200 }), (value) => {
      const [head = '', tail = ''] = maskValue(value).split('***');
      const shown = head.length + tail.length;
      expect(head.length <= 4 && tail.length <= 2 && shown * 4 <= value.length).toBe(true);
    }),
  );
});
