import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteString } from '../../../lib/re2/byte-string.ts';
import { Detector, type DetectorSettings } from './detector.ts';
import type { CompatFinding } from './finding.ts';
import { loadConfig } from './config/load-config.ts';
import { writeJsonReport } from './report/json-report.ts';
import { once } from './source/scan-file.ts';
import { splitFragments, type BlockReader } from './source/split-fragments.ts';
import { Baseline } from './suppress/baseline.ts';
import { IgnoreList } from './suppress/ignore-list.ts';

const ticket = `[[rules]]\nid = "ticket"\nregex = '''ticket-([a-z0-9]{8})'''\nkeywords = ["ticket-"]\n`;

async function detectorOf(config: string, settings: Partial<DetectorSettings> = {}): Promise<Detector> {
  const env = { GITLEAKS_CONFIG_TOML: config };
  const loaded = await loadConfig({ named: '', env, source: undefined, cwd: '/' }, { warn: () => undefined });
  return new Detector(loaded, { maxDecodeDepth: 5, ignoreAllowComments: false, skippedPaths: new Set(), ...settings });
}

function detect(detector: Detector, bytes: Uint8Array | string, path = 'a.txt'): CompatFinding[] {
  const content = ByteString.ofBytes(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  return detector.detect({ content, path, symlink: '', startLine: 1 });
}

/** Gives a file in blocks of a size. */
function inBlocks(bytes: Uint8Array, size: number): BlockReader {
  let at = 0;
  return {
    next: () => {
      const block = Uint8Array.from(bytes.subarray(at, at + size));
      at += size;
      return block;
    },
    get ended() {
      return at >= bytes.length;
    },
  };
}

const lines = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 30_000 }), fc.constantFrom('\n', '\n\n', '\n \t\r\n', ' ')), {
    maxLength: 20,
  })
  .map((parts) => Buffer.from(parts.map(([length, end]) => 'x'.repeat(length) + end).join('')));

test('the parts of a file are the whole file, whatever blocks it is read in', () => {
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 300_000 }), (bytes, size) => {
      const read = (reader: BlockReader): { text: string; startLine: number }[] =>
        Array.from(splitFragments(reader), (part) => ({
          text: Buffer.from(part.bytes).toString('latin1'),
          startLine: part.startLine,
        }));
      const parts = read(once(bytes));
      expect(parts.map(({ text }) => text).join('')).toBe(bytes.toString('latin1'));
      expect(Math.max(0, ...parts.map(({ text }) => text.length))).toBeLessThanOrEqual(125_000);
      let line = 1;
      for (const part of parts) {
        expect(part.startLine).toBe(line);
        line += part.text.split('\n').length - 1;
      }
      expect(read(inBlocks(bytes, Math.max(size, bytes.length >> 5)))).toEqual(parts);
    }),
    { numRuns: 40 },
  );
});

const encoders: Readonly<Record<string, (text: string) => string>> = {
  base64: (text) => Buffer.from(text).toString('base64'),
  url: (text) => Buffer.from(text).toString('base64url'),
  hex: (text) => Buffer.from(text).toString('hex'),
  percent: (text) => Array.from(text, (byte) => `%${byte.charCodeAt(0).toString(16)}`).join(''),
  unicode: (text) => Array.from(text, (byte) => `\\u${byte.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
};

test('a token is found under layers of encoding, as deep as is allowed', async () => {
  const [deep, shallow] = [await detectorOf(ticket), await detectorOf(ticket, { maxDecodeDepth: 1 })];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Object.keys(encoders)), { minLength: 1, maxLength: 3 }), (layers) => {
      let text = 'value is ticket-ab12cd34 here now';
      for (const layer of layers) text = encoders[layer]?.(text) ?? text;
      const written = `key = "${text}"\n`;
      const [found] = detect(deep, written);
      expect(found).toMatchObject({ secret: 'ab12cd34', startLine: 1, startColumn: written.indexOf(text) + 1 });
      expect(found?.tags.at(-1)).toBe(`decode-depth:${layers.length}`);
      expect(detect(shallow, written)).toHaveLength(layers.length === 1 ? 1 : 0);
    }),
    { numRuns: 100 },
  );
});

test('any bytes are looked at without an error, and findings stand in them', async () => {
  const detector = await detectorOf(`${ticket}[[rules]]\nid = "any"\nregex = '''[a-f0-9%]{4,}'''\n`);
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 20 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    fc.constantFrom(
      'ticket-ab12cd34',
      '\n',
      '%41%42',
      'U+0041',
      '\\u0074',
      'dGlja2V0LWFiMTJjZDM0dGlja2V0',
      '7469636b65742d61623132636433340a',
      'ü',
      'gitleaks:allow',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const text = pieces.join('');
      for (const finding of detect(detector, text)) {
        expect(finding.startLine).toBeLessThanOrEqual(text.split('\n').length);
        expect(finding.endLine).toBeGreaterThanOrEqual(finding.startLine);
        expect(finding.startColumn).toBeGreaterThan(0);
        expect(finding.match).toContain(finding.secret);
      }
    }),
    { numRuns: 500 },
  );
});

test('columns are bytes from the line break before', async () => {
  const detector = await detectorOf(ticket);
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 9 }), { minLength: 1, maxLength: 5 }), (before) => {
      const written = before.map((line) => line.replaceAll(/[\r\n]/g, ''));
      const text = Buffer.from(`${written.join('\n')}ticket-ab12cd34 end\n`);
      const column = Buffer.byteLength(written.at(-1) ?? '') + (written.length > 1 ? 2 : 1);
      expect(detect(detector, text)).toMatchObject([
        { startLine: written.length, endLine: written.length, startColumn: column, endColumn: column + 14 },
      ]);
    }),
  );
});

test('an allowlist drops a finding if one of its kinds of check holds, or with AND if all do', async () => {
  const checks = fc.record({
    path: fc.option(fc.boolean()),
    regex: fc.option(fc.boolean()),
    word: fc.option(fc.boolean()),
  });
  await fc.assert(
    fc.asyncProperty(checks, fc.constantFrom('', 'OR', 'AND', '&&', '||'), async (given, condition) => {
      const { path, regex, word } = given;
      const written = [
        path === null ? '' : `paths = ['''${path ? 'a\\.txt$' : 'b\\.txt$'}''']`,
        regex === null ? '' : `regexes = ['''${regex ? '^ab' : '^x'}''']`,
        word === null ? '' : `stopwords = ["${word ? 'B12' : 'zzz'}"]`,
      ].filter((line) => line !== '');
      fc.pre(written.length > 0);
      const holds = new Set([path, regex, word]);
      const all = condition === 'AND' || condition === '&&';
      const allowed = all ? !holds.has(false) : holds.has(true);
      for (const place of ['[[allowlists]]', '[[rules.allowlists]]']) {
        const detector = await detectorOf(`${ticket}${place}\ncondition = "${condition}"\n${written.join('\n')}\n`);
        expect(detect(detector, 'ticket-ab12cd34\n')).toHaveLength(allowed ? 0 : 1);
      }
    }),
    { numRuns: 60 },
  );
});

test('a report is a baseline that knows exactly its own findings', async () => {
  const detector = await detectorOf(ticket);
  const tokens = fc.array(fc.stringMatching(/^[a-z0-9]{8}$/), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(tokens, fc.nat(), (names, chosen) => {
      const findings = detect(detector, names.map((name) => `ü ticket-${name} \xff\n`).join(''));
      const left = findings[chosen % findings.length];
      const known = findings.filter((finding) => finding !== left);
      const report: unknown = JSON.parse(Buffer.from(writeJsonReport(known), 'latin1').toString('utf8'));
      const baseline = new Baseline(report, false);
      expect(findings.filter((finding) => !baseline.has(finding))).toEqual([left]);
    }),
  );
});

test('any JSON is a baseline or refused as one', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      let refused: unknown;
      try {
        refused = new Baseline(value, true);
      } catch (error) {
        refused = error instanceof Error ? error.name : error;
      }
      expect(refused === 'ZodError' || refused instanceof Baseline).toBe(true);
    }),
  );
});

test('an ignore file silences its fingerprints, with and without the commit', async () => {
  const detector = await detectorOf(ticket);
  const [finding] = detect(detector, 'ticket-ab12cd34\n', 'dir/a b.txt');
  const commit = { hash: 'c'.repeat(40), author: '', email: '', date: '', message: '' };
  const committed = finding && { ...finding, commit, fingerprint: `${commit.hash}:${finding.fingerprint}` };
  const list = new IgnoreList();
  expect(list.add('# c\n\n  dir\\a b.txt:ticket:1  \nno\na:b:c:d:e')).toEqual(['no', 'a:b:c:d:e']);
  expect(finding && list.has(finding)).toBe(true);
  expect(committed && list.has(committed)).toBe(true);
  expect(finding && list.has({ ...finding, startLine: 2, fingerprint: 'dir/a b.txt:ticket:2' })).toBe(false);
});

test('any text is an ignore file', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('a:b:1', '#', ':::', '::', '\r', '__proto__:x:1'))),
      (parts) => {
        const invalid = new IgnoreList().add(parts.join('\n'));
        expect(invalid.every((line) => ![3, 4].includes(line.split(':').length))).toBe(true);
      },
    ),
  );
});
