import type { PipelineRule } from '../../rule.ts';
import { onlyToRules } from './only-to-rules.ts';

export const deprecatedKeyword: PipelineRule = {
  id: 'pipeline/deprecated-keyword',
  title: 'Keyword that is on its way out',
  severity: 'low',
  confidence: 'high',
  cwe: [477],
  tags: ['CICD-SEC-7'],
  why: 'What it means is decided by old rules that surprise (only matches branch and tag names alike, a global image reaches every job), and one day it is gone.',
  fix: 'Use rules instead of only and except, `default:` instead of global keywords, `artifacts:access` instead of `artifacts:public`.',
  dialects: ['gitlab'],
  pedantic: true,
  bad: [
    { path: '.gitlab-ci.yml', code: 'a:\n  script: [make]\n  only: [main]\n' },
    { path: '.gitlab-ci.yml', code: 'image: node:20.1.0\na:\n  script: [make]\n' },
    { path: '.gitlab-ci.yml', code: 'a:\n  script: [make]\n  artifacts: { public: false, paths: [x] }\n' },
  ],
  good: [
    { path: '.gitlab-ci.yml', code: 'a:\n  script: [make]\n  rules:\n    - if: $CI_COMMIT_BRANCH == "main"\n' },
    { path: '.gitlab-ci.yml', code: 'default:\n  image: node:20.1.0\na:\n  script: [make]\n' },
  ],
  checks: {
    *pipeline({ document }) {
      for (const name of ['image', 'services', 'cache', 'before_script', 'after_script']) {
        const entry = document.entry(name);
        if (entry) yield { at: entry.key.range, message: `global ${name} is deprecated; it belongs under default` };
      }
    },
    *job({ body }) {
      for (const name of ['only', 'except']) {
        const entry = body.entry(name);
        const fix = entry && name === 'only' ? onlyToRules(body, entry) : undefined;
        if (entry) {
          yield { at: entry.key.range, message: `${name} is deprecated; use rules`, ...(fix && { fixes: [fix] }) };
        }
      }
      const entry = body.map('artifacts')?.entry('public');
      if (entry) yield { at: entry.key.range, message: 'artifacts:public is deprecated; use artifacts:access' };
    },
  },
};
