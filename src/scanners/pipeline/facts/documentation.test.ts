import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SourceText } from '../../../lib/text/source-text.ts';
import { githubFacts } from './github-facts-schema.ts';
import { gitlabFacts } from './gitlab-facts-schema.ts';
import { readFacts } from './read-facts.ts';

const page = readFileSync(new URL('../../../../docs/facts.md', import.meta.url), 'utf8');

test('the examples of the documentation are facts, and every fact is on the page', async () => {
  const examples = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text = '']) => text);
  const [gitlab, github] = await Promise.all(examples.map((text) => readFacts(new SourceText('docs/facts.md', text))));
  expect(gitlab?.gitlab?.project?.default_branch).toBe('main');
  expect(github?.github?.repository?.default_branch).toBe('main');
  const facts = [...Object.keys(gitlabFacts.shape), ...Object.keys(githubFacts.shape)];
  expect(facts.filter((fact) => !page.includes(`\`${fact}\``))).toEqual([]);
  const written = examples.flatMap((text) => Object.values(JSON.parse(text) as object).flatMap(Object.keys));
  expect(written.filter((key: string) => !facts.includes(key))).toEqual([]);
});
