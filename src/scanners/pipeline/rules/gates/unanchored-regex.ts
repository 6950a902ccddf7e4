import type { YamlScalar } from '../../../../lib/yaml/node.ts';
import { listOf } from '../../../../lib/yaml/node.ts';
import type { Job } from '../../model/job.ts';
import type { Issue, PipelineRule } from '../../rule.ts';
import { deploysToProduction } from './production.ts';

const job = (condition: string) => ({
  path: '.gitlab-ci.yml',
  code: `deploy:\n  script: [./deploy.sh]\n  environment: production\n  rules:\n    - if: ${condition}\n`,
});

export const unanchoredRegex: PipelineRule = {
  id: 'pipeline/unanchored-regex',
  title: 'Pattern that matches more names than it means',
  severity: 'high',
  confidence: 'high',
  cwe: [697, 777],
  tags: ['CICD-SEC-1'],
  why: 'Without ^ and $ the pattern matches any name that contains it: a branch `not-main` is `=~ /main/`, and everybody can make one.',
  fix: 'Anchor the pattern at both ends, or compare with ==.',
  dialects: ['gitlab'],
  bad: [
    job('$CI_COMMIT_BRANCH =~ /main/'),
    job('$CI_COMMIT_REF_NAME =~ /^release/'),
    {
      path: '.gitlab-ci.yml',
      code: 'deploy:\n  script: [./deploy.sh]\n  environment: production\n  only: [/release/]\n',
    },
  ],
  good: [
    job('$CI_COMMIT_BRANCH =~ /^main$/'),
    job('$CI_COMMIT_TAG =~ /^v\\d+\\.\\d+\\.\\d+$/'),
    job('$CI_COMMIT_MESSAGE =~ /deploy/'),
    job('$CI_COMMIT_BRANCH == "main"'),
  ],
  checks: {
    *job(one) {
      if (!deploysToProduction(one)) return;
      for (const scalar of conditions(one)) yield* judge(scalar);
    },
  },
};

function conditions({ body }: Job): readonly YamlScalar[] {
  const rules = body.list('rules').flatMap((rule) => (rule.kind === 'map' ? [rule.get('if')] : []));
  const only = body.get('only');
  const refs = only?.kind === 'map' ? only.get('refs') : only;
  return [...rules, ...listOf(refs)].flatMap((node) => (node?.kind === 'scalar' ? [node] : []));
}

const comparison = /(?:\$\{?CI_COMMIT_(?:BRANCH|REF_NAME|TAG)\}?\s*=~\s*|^)\/(?<pattern>(?:\\.|[^/\\])+)\/[a-z]*/g;

function* judge({ text, range }: YamlScalar): Generator<Issue> {
  for (const { groups } of text.matchAll(comparison)) {
    const pattern = groups?.['pattern'] ?? '';
    const anchored = /^(?:\^|\\A)/.test(pattern) && /(?:\$|\\z)$/.test(pattern);
    // Alternatives need their anchors each; a prefix that ends in a separator names a folder of branches.
    if (anchored || /\|/.test(pattern) || /^\^[\w-]+\\?\//.test(pattern)) continue;
    yield {
      at: range,
      message: `/${pattern}/ also matches ${pattern.startsWith('^') ? 'longer names' : 'names that contain it'}`,
    };
  }
}
