import { askSettings } from '../../facts/ask.ts';
import { allowsDevelopers } from './protected-ref.ts';
import type { PipelineRule } from '../../rule.ts';

export const scmTagProtection: PipelineRule = {
  id: 'pipeline/scm-tag-protection',
  title: 'Release tags are not protected',
  severity: 'high',
  confidence: 'high',
  cwe: [284],
  tags: ['CICD-SEC-1'],
  why: 'A pipeline that releases on tags releases whatever a developer tags, and a moved tag replaces what was released.',
  fix: 'Protect the tags that releases are made of (for example v*), so that only maintainers create them.',
  dialects: ['gitlab'],
  bad: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"protected_tags": []}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"protected_tags": [{"name": "v*", "create_access_levels": [{"access_level": 30}]}]}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
  ],
  good: [
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"protected_tags": [{"name": "v*", "create_access_levels": [{"access_level": 40}]}]}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
    {
      path: 'portcullis.facts.json',
      code: '{"version": 1, "gitlab": {"protected_tags": [{"name": "*", "create_access_levels": [{"access_level": 0}]}]}}',
      beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' },
    },
  ],
  checks: {
    repository: askSettings('which tags are protected', {
      gitlab(facts, all) {
        const tags = facts.protected_tags;
        if (!tags) return undefined;
        if (tags.length === 0)
          return [
            {
              at: all.at('gitlab', 'protected_tags'),
              message: 'no tag is protected: every developer can create a release tag',
            },
          ];
        return tags.flatMap(({ name, create_access_levels: levels }, index) =>
          allowsDevelopers(levels)
            ? [
                {
                  at: all.at('gitlab', 'protected_tags', index),
                  message: `developers may create the protected tags ${name}`,
                },
              ]
            : [],
        );
      },
    }),
  },
};
