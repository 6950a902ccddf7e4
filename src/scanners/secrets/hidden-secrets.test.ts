import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { createSourceFile } from '../../engine/source-file.ts';
import type { Finding } from '../../model/finding.ts';
import { githubToken } from './rules/github-token.ts';
import { slackBotToken } from './rules/slack-bot-token.ts';
import { sampleSecret } from './sample-secret.ts';
import { secretsScanner } from './scanner.ts';

const token = sampleSecret(githubToken, 7);
const other = sampleSecret(slackBotToken, 7);

const scan = await secretsScanner.start({
  root: '/repository',
  targetKind: 'directory',
  salt: 'salt',
  settings: undefined,
  signal: new AbortController().signal,
  now: new Date('2026-01-01T00:00:00Z'),
});

async function find(uri: string, content: string | Uint8Array): Promise<Finding[]> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const found: Finding[] = [];
  for await (const emission of scan.file(createSourceFile({ uri, bytes }))) {
    if (emission.kind === 'finding') found.push(emission.finding);
  }
  return found;
}

const [plain] = await find('plain.env', `TOKEN=${token}\n`);

/** The finding of the token, which must be the same secret as in plain text, and the only one of its rule. */
async function findToken(uri: string, content: string | Uint8Array): Promise<Finding> {
  const found = (await find(uri, content)).filter((finding) => finding.ruleId === githubToken.id);
  expect(found.map((finding) => finding.fingerprints)).toEqual([plain?.fingerprints]);
  expect(found[0]?.confidence).toBe('proven');
  const [first] = found;
  if (!first) throw new Error('not found');
  return first;
}

const base64 = (text: string | Uint8Array): string => Buffer.from(text).toString('base64');
const wrapped = (text: string, width: number, glue: string): string =>
  (text.match(new RegExp(`.{1,${width}}`, 'g')) ?? []).join(glue);
const utf16 = (text: string, order: 'le' | 'be'): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};
const perCharacter = (text: string, encode: (code: number) => string): string =>
  Array.from(text, (character) => encode(character.charCodeAt(0))).join('');

const settings = `# service settings\nname: shop\ntoken: ${token}\nregion: eu-central-1\n`;

describe('encoded secrets', () => {
  test.each([0, 1, 2, 3, 4, 5])('base64 in YAML, %i bytes before it', async (count) => {
    const inner = `${'#'.repeat(count)}\nTOKEN=${token}\n`;
    const finding = await findToken('secret.yaml', `kind: Secret\ndata:\n  env: ${base64(inner)}\n`);
    expect(finding.locations[0]).toMatchObject({ startLine: 3, endLine: 3 });
    expect(finding.properties).toMatchObject({ secret: { encoding: 'base64' } });
  });

  test('the location is what encodes the secret', async () => {
    const code = `env: ${base64(settings)}\n`;
    const { locations } = await findToken('secret.yaml', code);
    const { startColumn = 0, endColumn = 0 } = locations[0];
    const span = code.slice(startColumn - 1, endColumn - 1);
    expect(span.length).toBeLessThanOrEqual(Math.ceil((token.length * 4) / 3) + 3);
    const phase = (startColumn - 1 - 'env: '.length) % 4;
    expect(Buffer.from('A'.repeat(phase) + span, 'base64').toString('latin1')).toContain(token.slice(1, -1));
  });

  test.each([
    ['base64url', Buffer.from(settings).toString('base64url')],
    ['base64 after a word of the same alphabet', `x${base64(settings)}`],
    ['base64 behind a path', `/var/lib/shop/config/${base64(settings)}`],
    ['base64 wrapped into lines', wrapped(base64(settings.repeat(2).replace(token, 'none')), 64, '\n    ')],
    ['base64 wrapped by escapes', wrapped(base64(settings), 76, String.raw`\n`)],
    ['base64 in string pieces', `"${wrapped(base64(settings), 48, '" +\n  "')}"`],
    ['hex', Buffer.from(settings).toString('hex')],
    ['upper-case hex', Buffer.from(settings).toString('hex').toUpperCase()],
    ['percent', `https://shop.example/login?next=${encodeURIComponent(`/a?token=${token}&x=1`)}`],
    ['percent, every character', perCharacter(token, (code) => `%${code.toString(16)}`)],
    ['\\u', `{"note": "${perCharacter(token, (code) => `\\u00${code.toString(16)}`)}"}`],
    ['\\x', `"${perCharacter(token, (code) => `\\x${code.toString(16)}`)}"`],
    ['octal', `"${perCharacter(token, (code) => `\\${code.toString(8).padStart(3, '0')}`)}"`],
    ['HTML', `<p>${perCharacter(token, (code) => `&#${code};`)}</p>`],
    ['HTML, hexadecimal', `<p>${perCharacter(token, (code) => `&#x${code.toString(16)};`)}</p>`],
    ['one escaped character', token.replace('_', '\\u005f')],
    ['JSON in JSON', JSON.stringify({ body: JSON.stringify({ token }) })],
    ['gzip in base64', base64(gzipSync(settings))],
    ['base64 in base64', base64(`value: ${base64(settings)}`)],
    ['five times base64', [1, 2, 3, 4, 5].reduce((text) => base64(`x: ${text}`), `token: ${token}`)],
    ['UTF-16 in base64, as PowerShell has it', `powershell -EncodedCommand ${base64(utf16(`$t = "${token}"`, 'le'))}`],
    ['percent in base64', base64(`next=${token.replace('_', '%5F')}&page=1&size=20`)],
  ])('%s', async (_, code) => {
    const finding = await findToken('settings.txt', `first line\n${code}\n`);
    expect(finding.locations[0].startLine).toBeGreaterThan(1);
  });

  test.each([
    ['little-endian with mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(settings, 'le')])],
    ['big-endian with mark', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(settings, 'be')])],
    ['little-endian', utf16(settings, 'le')],
    ['big-endian', utf16(settings, 'be')],
  ])('UTF-16, %s', async (_, bytes) => {
    const { locations } = await findToken('settings.reg', bytes);
    expect(locations[0]).toMatchObject({ startLine: 3, startColumn: 8, endLine: 3, endColumn: 8 + token.length });
  });

  test('UTF-16 text ends where the secret ends', async () => {
    const alone = await findToken('settings.reg', utf16(`token=${token}`, 'be'));
    expect(alone.locations[0]).toMatchObject({ startLine: 1, startColumn: 7, endColumn: 7 + token.length });
    const last = await findToken('settings.bin', Buffer.concat([Buffer.alloc(3000), utf16(token, 'be')]));
    expect(last.properties).toMatchObject({ secret: { encoding: 'utf-16' } });
  });

  test('binaries: formats that cannot be mistaken, in ASCII and UTF-16', async () => {
    const noise = Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256));
    const bytes = Buffer.concat([noise, Buffer.from(`\0${token}\0`), noise, utf16(`\0${other}\0`, 'le'), noise]);
    const found = await find('tool.exe', bytes);
    expect(found.map((finding) => finding.ruleId)).toEqual([githubToken.id, slackBotToken.id]);
    const generic = Buffer.concat([noise, Buffer.from('\0password = "Tr0ub4dor&3-horse"\0'), noise]);
    expect(await find('tool.exe', generic)).toEqual([]);
  });

  test('notebooks: cells and outputs, one finding each, at their place', async () => {
    const notebook = JSON.stringify(
      {
        cells: [
          { cell_type: 'code', source: ['import os\n', `os.environ["TOKEN"] = "${token}"\n`], outputs: [] },
          { cell_type: 'code', source: ['print(x)'], outputs: [{ output_type: 'stream', text: [`bot: ${other}\n`] }] },
        ],
        nbformat: 4,
      },
      undefined,
      1,
    );
    const found = await find('analysis.ipynb', notebook);
    expect(found.map((finding) => finding.ruleId)).toEqual([githubToken.id, slackBotToken.id]);
    const lines = notebook.split('\n');
    for (const [index, value] of [token, other].entries()) {
      const { startLine = 0, startColumn = 0, endColumn = 0 } = found[index]?.locations[0] ?? {};
      expect(lines[startLine - 1]?.slice(startColumn - 1, endColumn - 1)).toBe(value);
    }
  });

  test('a broken notebook is searched as text', async () => {
    const finding = await findToken('analysis.ipynb', `{"cells": ["token = ${token}`);
    expect(finding.locations[0]).toMatchObject({ startLine: 1, startColumn: 21 });
  });

  test('what is decoded too often is not decoded again', async () => {
    const deep = [1, 2, 3, 4, 5, 6].reduce((text) => base64(`x: ${text}`), `token: ${token}`);
    expect(await find('a.txt', deep)).toEqual([]);
  });
});

describe('hostile content', () => {
  const emissions = async (bytes: Uint8Array, uri = 'a.txt') => {
    const said = [];
    for await (const emission of scan.file(createSourceFile({ uri, bytes }))) said.push(emission);
    return said;
  };

  test('a compression bomb in base64 is an unknown', async () => {
    const bomb = base64(gzipSync(Buffer.alloc(20_000_000)));
    expect(await emissions(Buffer.from(`x: ${bomb}\n`))).toMatchObject([
      { kind: 'unknown', unknown: { reason: 'limit' } },
    ]);
  });

  test('one line of 16 MB', async () => {
    const bytes = Buffer.alloc(16_000_000, 'lorem ipsum dolor sit amet ');
    bytes.write(` ${token} `, 15_000_000);
    expect(await find('line.txt', bytes)).toMatchObject([
      { ruleId: githubToken.id, locations: [{ startColumn: 15_000_002 }] },
    ]);
  });

  test('a file of NUL, of base64, of escapes, of keywords', async () => {
    const units = ['\0', 'QUJD', '\\u0041', '%41', '&#65;', 'token: "', '-----BEGIN ', '://a:', '{"', 'ghp_', '\\'];
    for (const unit of units) {
      const findings = (await emissions(Buffer.alloc(50_000, unit))).filter(({ kind }) => kind === 'finding');
      expect(findings.length).toBeLessThan(10_000);
    }
  });
});
