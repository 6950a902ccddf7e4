import { describe, expect, test } from 'vitest';
import { SourceText } from '../../../lib/text/source-text.ts';
import type { Example } from '../../../model/rule.ts';
import { createAudit } from '../audit/create-audit.ts';
import { runRules } from '../audit/run-rules.ts';
import { definitionFiles } from '../definition-files.ts';
import { pipelineRules } from './all.ts';

const now = new Date('2026-06-01T00:00:00Z');

/** The ids of the rules that report something in an example. */
function reported({ path = '.gitlab-ci.yml', code }: Example): readonly string[] {
  const source = new SourceText(path, code);
  const files = new Map([[path, source]]);
  const repository = { read: (name: string) => files.get(name), paths: () => files.keys() };
  const definition = definitionFiles.find((one) => one.matches.test(path));
  const pipelines = definition ? definition.read(source, repository) : [];
  const statements = runRules(pipelineRules, pipelines, createAudit(repository, now));
  return [...statements].flatMap(({ rule, verdict }) => ('undecided' in verdict ? [] : [rule.id]));
}

describe.each(pipelineRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.bad)('reports $code', (example) => {
    expect(reported(example)).toContain(id);
  });

  test.each(rule.good)('keeps quiet on $code', (example) => {
    expect(reported(example)).not.toContain(id);
  });
});

test('every rule has its own id', () => {
  expect(new Set(pipelineRules.map(({ id }) => id)).size).toBe(pipelineRules.length);
});
