import { expect, test } from 'vitest';
import { compilePolicy } from './compile-policy.ts';
import { gateOf } from './gate-of.ts';
import { renderPolicy } from './render-policy.ts';
import { parsePolicy } from './source/parse-policy.ts';

const read = async (text: string, scanners: readonly string[]) =>
  compilePolicy(await parsePolicy(text, 'portcullis.yaml', scanners), scanners);

test.each([[['secrets']], [['secrets', 'pipeline', 'sast', 'sca', 'licenses', 'iac', 'image', 'dast']]])(
  'what init writes for %j is the default policy',
  async (scanners) => {
    expect(await read(renderPolicy({ scanners }), scanners)).toEqual(compilePolicy({ version: 1 }, scanners));
  },
);

test('what was found is in it', async () => {
  const text = renderPolicy({
    scanners: ['secrets'],
    found: ['TypeScript', 'Terraform'],
    exclude: ['third_party/', 'a "quoted" one', 'on'],
    commands: [{ name: 'prettier', run: ['npx', 'prettier', '--write'], files: ['*.{ts,json}'], fix: true }],
  });
  expect(text).toContain('# Found here: TypeScript, Terraform.');
  const policy = await read(text, ['secrets']);
  expect(policy.paths.exclude).toEqual(['third_party/', 'a "quoted" one', 'on']);
  expect(gateOf(policy, 'pre-commit').commands).toEqual([
    { name: 'prettier', run: ['npx', 'prettier', '--write'], files: ['*.{ts,json}'], fix: true, timeoutMillis: 60_000 },
  ]);
});
