import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { controls } from '../../model/control.ts';
import { pipelineRules } from '../../scanners/pipeline/rules/all.ts';
import { serving } from '../../scanners/pipeline/rules/covers.ts';
import { loadRules } from '../load-rules.ts';
import { coverage, platforms } from './coverage.ts';

test('every part of a secure pipeline has a rule on each platform, or the reason why it can not have one', async () => {
  const rows = coverage(controls, await loadRules());
  const open = rows.flatMap((row) =>
    platforms
      .filter((platform) => row[platform].rules.length === 0 && row[platform].outside === undefined)
      .map((platform) => `${row.id} on ${platform}`),
  );
  expect(open).toEqual([]);
});

test('what is said to be outside of rules has none', async () => {
  const rows = coverage(controls, await loadRules());
  const both = rows.filter((row) =>
    platforms.some((platform) => row[platform].rules.length > 0 && row[platform].outside !== undefined),
  );
  expect(both.map(({ id }) => id)).toEqual([]);
});

test('every name in the table is that of a rule', () => {
  const known = new Set(pipelineRules.map(({ id }) => id));
  const named = new Set(Object.values(serving).flat());
  expect([...named].filter((name) => !known.has(`pipeline/${name}`))).toEqual([]);
});

test('a rule counts for the platforms whose definitions it reads', () => {
  const rule = { title: '', severity: 'low', confidence: 'low', cwe: [], tags: [], why: '', fix: '' } as const;
  const examples = { bad: [{ code: 'a' }], good: [{ code: 'b' }] } as const;
  const [row] = coverage(
    [{ id: 'rollback', group: 'Practice', text: 'a way back' }],
    [
      { ...rule, ...examples, id: 'x/everywhere', covers: ['rollback'] },
      { ...rule, ...examples, id: 'x/github', covers: ['rollback'], dialects: ['github', 'azure'] },
      { ...rule, ...examples, id: 'x/other', covers: ['pinned'] },
    ],
  );
  expect([row?.gitlab.rules, row?.github.rules]).toEqual([['x/everywhere'], ['x/everywhere', 'x/github']]);
});

test('the documentation has every part, with the rules that it names known', async () => {
  const page = readFileSync(new URL('../../../docs/coverage.md', import.meta.url), 'utf8');
  expect(controls.filter(({ text }) => !page.includes(`| ${text} `)).map(({ id }) => id)).toEqual([]);
  const known = new Set((await loadRules('pipeline')).map(({ id }) => id));
  const named = [...page.matchAll(/`([a-z][a-z-]+-[a-z-]+)`/g)].map(([, name = '']) => name);
  expect(named.filter((name) => !known.has(`pipeline/${name}`))).toEqual([]);
});
