import { describe, expect, test } from 'vitest';
import type { Example } from '../../../model/rule.ts';
import { createAudit } from '../audit/create-audit.ts';
import { runRules } from '../audit/run-rules.ts';
import { CollectedFiles } from '../collected-files.ts';
import { factsFile, readFacts } from '../facts/read-facts.ts';
import { readPipelines } from '../read-pipelines.ts';
import { applyComments } from '../suppress/apply-comments.ts';
import { pipelineRules } from './all.ts';

const now = new Date('2026-06-01T00:00:00Z');

/** The ids of the rules that report something in an example. */
async function reported({ path = '.gitlab-ci.yml', code, beside = {} }: Example): Promise<readonly string[]> {
  const files = new CollectedFiles();
  for (const [name, text] of Object.entries({ ...beside, [path]: code })) files.add(name, text);
  const source = files.read(factsFile);
  const audit = createAudit(files, now, source && (await readFacts(source)));
  const pipelines = readPipelines(files);
  const known = new Set(pipelineRules.map(({ id }) => id));
  const statements = applyComments(runRules(pipelineRules, pipelines, audit), pipelineRules, known, pipelines, audit);
  return [...statements].flatMap(({ rule, verdict }) => ('undecided' in verdict ? [] : [rule.id]));
}

describe.each(pipelineRules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.bad)('reports $code', async (example) => {
    expect(await reported(example)).toContain(id);
  });

  test.each(rule.good)('keeps quiet on $code', async (example) => {
    expect(await reported(example)).not.toContain(id);
  });
});

test('every rule has its own id', () => {
  expect(new Set(pipelineRules.map(({ id }) => id)).size).toBe(pipelineRules.length);
});
