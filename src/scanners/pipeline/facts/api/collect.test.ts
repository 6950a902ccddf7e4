import { array, assert, asyncProperty, constantFrom, dictionary, jsonValue, letrec, oneof } from 'fast-check';
import { expect, test } from 'vitest';
import { HttpClient } from '../../../../lib/http/http-client.ts';
import { SourceText } from '../../../../lib/text/source-text.ts';
import { readFacts } from '../read-facts.ts';
import { ApiClient } from './api-client.ts';
import { collectGithub } from './collect-github.ts';
import { collectGitlab } from './collect-gitlab.ts';

const keys = constantFrom('id', 'name', 'key', 'rules', 'environments', 'namespace', 'kind', 'full_path', '__proto__');
const json = letrec<{ value: unknown }>((tie) => ({
  value: oneof(
    { maxDepth: 3 },
    constantFrom(null, true, 'group', 'main', 'a/b', 1, -1, 'active'),
    jsonValue({ maxDepth: 2 }),
    array(tie('value'), { maxLength: 3 }),
    dictionary(keys, tie('value')),
  ),
})).value;

/** A server that answers whatever it likes. */
function clientOf(answers: readonly string[]): ApiClient {
  let asked = 0;
  const fetch = async () => {
    const body = answers[asked++ % answers.length] ?? '';
    return await Promise.resolve(new Response(body, { status: asked % 7 === 0 ? 403 : 200 }));
  };
  return new ApiClient({
    http: new HttpClient({ fetch, signal: new AbortController().signal }),
    base: 'https://api.example.com',
    headers: {},
    credentials: {},
    now: () => new Date(0),
    pause: async () => await Promise.resolve(),
  });
}

test('whatever a server answers, the facts can be read or are unknown', async () => {
  await assert(
    asyncProperty(array(json, { minLength: 1, maxLength: 20 }), async (values) => {
      const answers = values.map((value) => JSON.stringify(value));
      const gitlab = (await collectGitlab(clientOf(answers), 'a/b')).facts;
      const github = (await collectGithub(clientOf(answers), 'a/b')).facts;
      const text = JSON.stringify({ version: 1, gitlab, github });
      const facts = await readFacts(new SourceText('facts.json', text));
      expect(facts.gitlab).toEqual(JSON.parse(JSON.stringify(gitlab)));
      expect(facts.github).toEqual(JSON.parse(JSON.stringify(github)));
    }),
    { numRuns: 30 },
  );
});

test('an answer that is nested without end is read to the depth that is needed', async () => {
  const deep = '['.repeat(50_000) + ']'.repeat(50_000);
  const client = clientOf([`{"namespace": ${deep}, "default_branch": "main"}`]);
  const { facts } = await collectGitlab(client, 'a/b');
  expect(facts.project).toEqual({ default_branch: 'main' });
});
