import type { PipelineRule } from '../../rule.ts';
import { artifactPoisoningText } from '../joined-texts.ts';

const verifiers =
  /\b(?:sha(?:256|512)sum|shasum|b3sum)\b.*(?:-c\b|--check)|\bcosign\s+verify|\bgpg2?\b.*--verify|\bslsa-verifier\b|\bminisign\b.*-V|\bgit\s+verify-/;

export const artifactPoisoning: PipelineRule = {
  id: 'pipeline/artifact-poisoning',
  ...artifactPoisoningText,
  severity: 'medium',
  confidence: 'medium',
  cwe: [345, 494],
  tags: ['CICD-SEC-9'],
  dialects: ['gitlab'],
  bad: [
    {
      path: '.gitlab-ci.yml',
      code: 'deploy:\n  needs:\n    - project: group/tools\n      job: build\n      ref: main\n      artifacts: true\n  script:\n    - ./bin/deploy\n',
    },
    {
      path: '.gitlab-ci.yml',
      code: 'deploy:\n  script:\n    - curl -fLo out.zip "$CI_API_V4_URL/projects/7/jobs/artifacts/main/download?job=build"\n    - unzip out.zip\n    - bash out/install.sh\n',
    },
  ],
  good: [
    {
      path: '.gitlab-ci.yml',
      code: 'deploy:\n  needs:\n    - project: group/tools\n      job: build\n      ref: main\n      artifacts: true\n  script:\n    - sha256sum -c tools.sha256\n    - ./bin/deploy\n',
    },
    {
      path: '.gitlab-ci.yml',
      code: 'deploy:\n  needs:\n    - job: build\n      artifacts: true\n    - project: group/tools\n      job: lint\n      ref: main\n      artifacts: false\n  script:\n    - ./bin/deploy\n',
    },
  ],
  checks: {
    *job(job, _pipeline) {
      const runs = job.steps.flatMap((step) => (step.kind === 'run' ? [step] : []));
      if (runs.some(({ script }) => verifiers.test(script.text))) return;
      for (const item of job.body.list('needs')) {
        if (item.kind !== 'map' || item.text('artifacts') === 'false') continue;
        const project = item.text('project');
        const ref = item.text('ref') ?? '';
        if (project === undefined || project === '$CI_PROJECT_PATH' || /^[0-9a-f]{40}$/.test(ref)) continue;
        yield { at: item.range, message: `whoever can push to ${ref} of ${project} decides what this job gets` };
      }
      for (const { script } of runs) {
        for (const { name, start, end, args } of script.program.commands) {
          const url = args.find(({ text }) => /\/jobs\/artifacts\/[^/]+\/(?:download|raw)/.test(text));
          if ((name !== 'curl' && name !== 'wget') || !url) continue;
          yield {
            at: script.range(start, end),
            message: 'the latest artifacts of a branch are fetched and not checked',
          };
        }
      }
    },
  },
};
