import { expect, test } from 'vitest';
import { createAudit } from '../audit/create-audit.ts';
import { runRules } from '../audit/run-rules.ts';
import { CollectedFiles } from '../collected-files.ts';
import { readPipelines } from '../read-pipelines.ts';
import { pipelineRules } from '../rules/all.ts';

function filesOf(contents: Readonly<Record<string, string>>): CollectedFiles {
  const files = new CollectedFiles();
  for (const [path, text] of Object.entries(contents)) files.add(path, text);
  return files;
}

/** The rules that find something, with the place. */
function found(contents: Readonly<Record<string, string>>): readonly string[] {
  const files = filesOf(contents);
  const statements = runRules(pipelineRules, readPipelines(files), createAudit(files, new Date('2026-06-01')));
  return [...statements].flatMap(({ rule, verdict: { at } }) => `${rule.id} ${at.source.uri}`);
}

const component =
  'spec:\n  inputs:\n    version: { default: latest }\n    to:\n---\nscan:\n  stage: extra\n  image: o/scanner:$[[ inputs.version ]]\n  needs: [build]\n  script: [scan $[[ inputs.to ]]]\n';

test('a component that nobody includes is audited, with the defaults of its inputs', () => {
  for (const path of ['templates/scan.yml', 'templates/scan/template.yml']) {
    const rules = found({ [path]: component });
    expect(rules).toContain(`pipeline/image-mutable ${path}`);
    expect(rules).toContain(`pipeline/inputs-textual ${path}`);
    // Stages, jobs and rules are those of the pipeline that includes it.
    expect(rules.filter((rule) => /schema|missing-dependency|workflow-rules/.test(rule))).toEqual([]);
  }
});

test('one that a pipeline of the project includes is audited as it is there', () => {
  const contents = {
    '.gitlab-ci.yml':
      'stages: [extra]\ninclude:\n  - local: /templates/scan.yml\n    inputs: { version: 1.2.3, to: a }\nbuild:\n  stage: extra\n  script: [make]\n',
    'templates/scan.yml': component,
  };
  expect(readPipelines(filesOf(contents)).map(({ source }) => source.uri)).toEqual(['.gitlab-ci.yml']);
  expect(found(contents)).not.toContain('pipeline/image-mutable templates/scan.yml');
});

test('what only looks like one is none', () => {
  const none = (path: string, text: string) => readPipelines(filesOf({ [path]: text }));
  expect(none('templates/a.yml', 'job:\n  script: [make]\n')).toEqual([]);
  expect(none('templates/a.yaml', 'kind: Service\nspec: {}\n---\nkind: Pod\nspec: {}\n')).toEqual([]);
  expect(none('chart/templates/a.yml', component)).toEqual([]);
  expect(none('templates/a/b.yml', component)).toEqual([]);
});
