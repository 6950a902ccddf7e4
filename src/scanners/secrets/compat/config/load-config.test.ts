import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { ConfigError } from './config-error.ts';
import type { CompatConfig } from './config.ts';
import { loadConfig } from './load-config.ts';

const cwd = mkdtempSync(join(tmpdir(), 'compat-config-'));
afterAll(() => rmSync(cwd, { recursive: true }));

async function load(text: string, named = 'c.toml'): Promise<CompatConfig> {
  writeFileSync(join(cwd, 'c.toml'), text);
  return await loadConfig({ named, env: {}, source: undefined, cwd }, { warn: () => undefined });
}

async function failureOf(text: string): Promise<ConfigError> {
  const failure: unknown = await load(text).then(
    () => new Error('was accepted'),
    (error: unknown) => error,
  );
  if (failure instanceof ConfigError) return failure;
  throw failure;
}

const rule = `title = "x"\n[[rules]]\nid = "a"\nregex = '''\na[x]\n'''\n`;

test.each([
  ['syntax', `${rule}id = `, 'c.toml:7:1', undefined, undefined],
  ['lookahead', `${rule}[[rules]]\nid = "b"\nregex = '''(?=a)b'''`, 'c.toml:9', 'b', /RE2/],
  ['type', `${rule}Entropy = "high"`, 'c.toml:7', undefined, undefined],
  [
    'condition',
    `${rule}  [[rules.allowlists]]\n  paths = ["x"]\n  [[rules.allowlists]]\n  stopwords = ["a"]\n  condition = "xor"`,
    'c.toml:11',
    'a',
    undefined,
  ],
  ['empty allowlist', `${rule}[[rules.allowlists]]\ndescription = "d"`, 'c.toml:7', 'a', undefined],
  ['group', `${rule}secretGroup = 1`, 'c.toml:7', 'a', undefined],
  ['target rule', `${rule}[[allowlists]]\nstopwords = ["s"]\ntargetRules = ["A1"]`, 'c.toml:9', undefined, /'a'/],
  ['required rule', `${rule}[[rules.required]]\nid = "b"`, 'c.toml:8', 'a', undefined],
  ['no id', `${rule}[[rules]]\nregex = "b"`, 'c.toml:7', undefined, /id/],
  [
    'both allowlists',
    `${rule}[rules.allowlist]\nstopwords = ["s"]\n[[rules.allowlists]]\nstopwords = ["s"]`,
    'c.toml:7',
    'a',
    /allowlists/,
  ],
  ['inline tables', 'rules = [\n  { id = "a", regex = "(" },\n]', 'c.toml:1', 'a', undefined],
])('a mistake is shown where it stands: %s', async (_, text, at, ruleId, hint) => {
  const { fault } = await failureOf(text);
  expect(fault.at).toBe(at);
  expect(fault.rule).toBe(ruleId);
  expect(fault.hint ?? '').toMatch(hint ?? /^/);
});

test('a mistake of an extended file is shown in that file', async () => {
  writeFileSync(join(cwd, 'base.toml'), `${rule}[[rules]]\nid = "b"\npath = "*"\n`);
  const { fault } = await failureOf('[extend]\npath = "base.toml"');
  expect(fault).toMatchObject({ at: 'base.toml:9', rule: 'b' });
});

const keys = [
  'id',
  'regex',
  'path',
  'secretGroup',
  'entropy',
  'keywords',
  'allowlists',
  'required',
  'stopwords',
  'condition',
  'rules',
  'extend',
];
const values = [
  '"a"',
  '"("',
  '5',
  '-1',
  'true',
  '["a", "b"]',
  '[1, [2]]',
  '{ a = 1 }',
  '[{ id = "a" }]',
  '1979-05-27',
  "'''x\ny'''",
  '[]',
  'nan',
  '"__proto__"',
];
const lines = fc.oneof(
  fc.constantFrom(
    '[[rules]]',
    '[rules]',
    '[extend]',
    '[allowlist]',
    '[[allowlists]]',
    '[[rules.allowlists]]',
    '[[rules.required]]',
    '[__proto__]',
    '[[rules.constructor]]',
    '# c',
    '[',
    '',
  ),
  fc
    .tuple(fc.constantFrom(...keys, '__proto__', 'constructor', '"a b"'), fc.constantFrom(...values))
    .map(([key, value]) => `${key} = ${value}`),
  fc.string({ maxLength: 12 }),
);

test('a hostile document is read or refused, and changes nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(lines, { maxLength: 14 }), async (document) => {
      const result = await load(document.join('\n')).catch((error: unknown) => error);
      expect(result instanceof ConfigError || (result instanceof Object && 'allowlists' in result)).toBe(true);
      expect(Object.keys(Object.prototype)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
