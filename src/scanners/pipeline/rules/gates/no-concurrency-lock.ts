import { addEntry } from '../../fix/edit-entry.ts';
import type { PipelineRule } from '../../rule.ts';
import { deploysToProduction } from './production.ts';

const job = (rest: string) => ({
  path: '.gitlab-ci.yml',
  code: `deploy:\n  script: [./deploy.sh]\n  environment: production\n${rest}`,
});
const gh = (rest: string, top = '') => ({
  path: '.github/workflows/d.yml',
  code: `on: push\n${top}jobs:\n  deploy:\n    runs-on: ubuntu-24.04\n    environment: production\n${rest}    steps:\n      - run: ./deploy.sh\n`,
});

export const noConcurrencyLock: PipelineRule = {
  id: 'pipeline/no-concurrency-lock',
  title: 'Two deployments can overlap',
  severity: 'medium',
  confidence: 'high',
  cwe: [362],
  tags: ['CICD-SEC-1'],
  why: 'Two pipelines deploy at the same time, the older one may win, and what was checked is not what runs.',
  fix: 'Give the job a `resource_group` (GitLab) or `concurrency` (GitHub) of the environment.',
  dialects: ['gitlab', 'github'],
  bad: [job(''), job('  when: manual\n'), gh(''), gh('    timeout-minutes: 5\n')],
  good: [
    job('  resource_group: production\n'),
    { path: '.gitlab-ci.yml', code: 'deploy:\n  script: [./deploy.sh]\n  environment: staging\n' },
    gh('    concurrency: production\n'),
    gh('', 'concurrency: deploy\n'),
  ],
  checks: {
    *job(one, pipeline) {
      const key = pipeline.dialect === 'gitlab' ? 'resource_group' : 'concurrency';
      if (
        !deploysToProduction(one) ||
        one.body.get(key) !== undefined ||
        (key === 'concurrency' && pipeline.document.get(key) !== undefined)
      )
        return;
      const name = one.environment?.name.text ?? 'production';
      const edit = /^[\w/.-]+$/.test(name) ? addEntry(one.body, `${key}: ${name}`) : undefined;
      yield {
        at: one.environment?.name.range ?? one.at,
        message: `${one.name} can run twice at the same time`,
        ...(edit && { fixes: [{ description: `one at a time (${key}: ${name})`, safe: true, edits: [edit] }] }),
      };
    },
  },
};
