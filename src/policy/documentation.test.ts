import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { scanners } from '../../test/policy/sample-evidence.ts';
import { parsePolicy } from './source/parse-policy.ts';
import { parsePolicyTests } from './testing/run-policy-tests.ts';

const text = readFileSync(fileURLToPath(new URL('../../docs/policy.md', import.meta.url)), 'utf8');
const [policy = '', conditions = '', cases = '', ...more] = [...text.matchAll(/```yaml\n(.*?)```/gs)].map(
  (match) => match[1],
);

test('the examples of docs/policy.md are valid', async () => {
  expect(await parsePolicy(policy, 'docs', scanners)).toMatchObject({ version: 1 });
  const gate = `version: 1\ngates:\n  build:\n${conditions.replaceAll(/^(?=.)/gm, '    ')}`;
  expect(await parsePolicy(gate, 'docs', scanners)).toMatchObject({ version: 1 });
  expect(parsePolicyTests(cases, 'docs')).toHaveLength(3);
  expect(more).toEqual([]);
});
