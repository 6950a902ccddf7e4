import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CollectedFiles } from '../collected-files.ts';
import { globalShapes, jobShapes } from './grammar.ts';
import { readGitlabPipelines } from './read-gitlab.ts';

/** `LINE:COLUMN code: message` of the mistakes in a definition. */
function mistakes(code: string): readonly string[] {
  const files = new CollectedFiles();
  files.add('.gitlab-ci.yml', code);
  const source = files.read('.gitlab-ci.yml');
  const [pipeline] = source ? readGitlabPipelines(source, files) : [];
  return (pipeline?.problems ?? []).map(({ code: kind, message, at }) => {
    const { line, column } = at.source.position(at.start);
    return `${line}:${column} ${kind}: ${message}`;
  });
}

describe('mistakes are named with their place', () => {
  test.each([
    [
      'job: { scrpt: [x] }',
      [
        "1:8 unknown-key: 'scrpt' is no keyword of a job; did you mean 'script'?",
        "1:1 schema: 'job' has no script, trigger or extends",
      ],
    ],
    [
      'job: { script: [x], when: sometimes }',
      ['1:27 schema: when is one of on_success, on_failure, always, never, manual, delayed, not sometimes'],
    ],
    [
      'job: { script: [x], artifacts: { path: [a] } }',
      ["1:34 unknown-key: 'path' is no keyword of artifacts; did you mean 'paths'?"],
    ],
    [
      'job: { script: [x], artifacts: { reports: { junti: a } } }',
      ["1:45 unknown-key: 'junti' is no keyword of artifacts:reports; did you mean 'junit'?"],
    ],
    ['job: { script: [x], allow_failure: "true" }', ['1:36 schema: allow_failure is a boolean or mapping, not a text']],
    ['job: { script: [x], rules: { if: $A } }', ['1:28 schema: rules is a list, not a mapping']],
    [
      'job: { script: [x], rules: [{ iff: $A }] }',
      ["1:31 unknown-key: 'iff' is no keyword of rules; did you mean 'if'?"],
    ],
    [
      'job: { script: [x], cache: { key: { files: [a, b, c] } } }',
      ['1:44 schema: cache:key:files has at most 2 items'],
    ],
    ['job: { script: [x], image: { entrypoint: [a] } }', ['1:28 schema: image has no name']],
    ['job: { script: [x], only: [a], rules: [{ if: $A }] }', ['1:1 schema: job has rules and only or except']],
    ['stages: [one]\njob: { script: [x], stage: oen }', ["2:28 schema: there is no stage oen; did you mean 'one'?"]],
    ['stages: [one]\njob: { script: [x] }', ['2:1 schema: job has no stage, and there is no stage test']],
    [
      'image: a\ndefault: { image: b }\njob: { script: [x] }',
      ['1:1 schema: image stands at the top and under default'],
    ],
    [
      'stage: [x]\njob: { script: [x] }',
      ["1:1 schema: 'stage' is no keyword, and a job is a mapping; did you mean 'stages'?"],
    ],
    [
      'workflow: { rules: [{ when: manual }] }\njob: { script: [x] }',
      ['1:29 schema: workflow:rules:when is one of always, never, not manual'],
    ],
  ])('%s', (code, expected) => {
    expect(mistakes(code)).toEqual(expected);
  });

  test('what several jobs inherit is said once', () => {
    expect(mistakes('.b: { scrip: [x], script: [x] }\na: { extends: .b }\nb: { extends: .b }\n')).toEqual([
      "1:7 unknown-key: 'scrip' is no keyword of a job; did you mean 'script'?",
    ]);
  });
});

test('what GitLab takes is taken', () => {
  expect(
    mistakes(`spec: { inputs: {} }
---
stages: [build, deploy]
variables:
  A: 1
  B: { value: x, description: what it is, options: [x, z], expand: false }
workflow:
  name: $CI_COMMIT_TITLE
  auto_cancel: { on_new_commit: interruptible }
  rules: [{ if: $CI_COMMIT_TAG, when: never }, { when: always, variables: { X: "1" } }]
.anything: [at, all]
build one:
  stage: build
  image: { name: "x:1", entrypoint: [""], pull_policy: [always, if-not-present], docker: { platform: arm64 } }
  services: [{ name: "p:1", alias: db, command: [x], variables: { A: b } }, "r:1"]
  before_script: [[a, [b]], c]
  script: make
  retry: { max: 2, when: [runner_system_failure, stuck_or_timeout_failure], exit_codes: [137] }
  cache: [{ key: { files: [a], prefix: p }, paths: [x], policy: $POLICY, when: always, fallback_keys: [k] }]
  artifacts:
    paths: [x]
    access: developer
    expire_in: 1 week
    reports: { junit: a.xml, dotenv: b.env, coverage_report: { coverage_format: cobertura, path: c.xml } }
  needs: { job: other, optional: true }
  parallel: 3
  timeout: 1h 30m
  coverage: /\\d+/
  interruptible: yes
  id_tokens: { T: { aud: [a, b] } }
  secrets: { S: { vault: a/b/c@d, file: false, token: $T } }
  hooks: { pre_get_sources_script: [x] }
other:
  stage: build
  script: [x]
  only: { refs: [main], variables: ["$A"], changes: ["**/*"] }
  except: [tags]
  environment: { name: review/$CI_COMMIT_REF_SLUG, on_stop: stop, auto_stop_in: 1 day, deployment_tier: development }
  allow_failure: { exit_codes: [1, 2] }
stop:
  stage: deploy
  trigger: { project: a/b, branch: main, strategy: depend, forward: { pipeline_variables: true } }
  rules:
    - if: $A
      changes: { paths: [x], compare_to: main }
      exists: [y.txt]
      when: delayed
      start_in: 5 minutes
      allow_failure: true
      needs: [other]
`),
  ).toEqual([]);
});

const schemas = process.env['PORTCULLIS_SCHEMAS'];

describe.runIf(schemas)('the table knows what the published schema knows', () => {
  const keys = z.record(z.string(), z.unknown());
  const schema = z
    .object({
      properties: keys,
      definitions: z.object({ job_template: z.object({ properties: keys }) }).loose(),
    })
    .loose()
    .optional()
    .parse(schemas === undefined ? undefined : JSON.parse(readFileSync(join(schemas, 'gitlab-ci.json'), 'utf8')));

  test('of jobs', () => {
    const known = Object.keys(schema?.definitions.job_template.properties ?? {});
    expect(known.filter((key) => !(key in jobShapes))).toEqual([]);
  });

  test('of the top', () => {
    const elsewhere = new Set(['$schema', '!reference', 'include', 'spec', 'pages']);
    const known = Object.keys(schema?.properties ?? {}).filter((key) => !elsewhere.has(key));
    expect(known.filter((key) => !(key in globalShapes))).toEqual([]);
  });
});
