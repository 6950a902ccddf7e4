import { askSettings } from '../../facts/ask.ts';
import { eventOptions, eventsOf } from '../../github/triggers.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { PipelineRule } from '../../rule.ts';
import { allowsDevelopers } from '../../facts/protected-ref.ts';
import { withGithub, withGitlab, withTerraform } from './settings-example.ts';

const onTags =
  'on:\n  push:\n    tags: [v*]\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make test\n';

export const scmTagProtection: PipelineRule = {
  id: 'pipeline/scm-tag-protection',
  title: 'Release tags are not protected',
  severity: 'high',
  confidence: 'high',
  cwe: [284],
  tags: ['CICD-SEC-1'],
  why: 'A pipeline that releases on tags releases whatever a developer tags, and a moved tag replaces what was released.',
  fix: 'Protect the tags that releases are made of (for example v*), so that only maintainers create them.',
  dialects: ['gitlab', 'github'],
  bad: [
    withTerraform('resource "gitlab_tag_protection" "x" {\n  tag = "v*"\n  create_access_level = "developer"\n}\n'),
    withGitlab({ protected_tags: [] }),
    withGitlab({ protected_tags: [{ name: 'v*', create_access_levels: [{ access_level: 30 }] }] }),
    withGithub({ rulesets: [] }, onTags),
    withGithub({ rulesets: [{ name: 'tags', target: 'tag', rules: [{ type: 'creation' }] }] }, onTags),
  ],
  good: [
    withTerraform('resource "gitlab_tag_protection" "x" {\n  tag = "v*"\n  create_access_level = "maintainer"\n}\n'),
    withGitlab({ protected_tags: [{ name: 'v*', create_access_levels: [{ access_level: 40 }] }] }),
    withGitlab({ protected_tags: [{ name: '*', create_access_levels: [{ access_level: 0 }] }] }),
    withGithub(
      { rulesets: [{ name: 'tags', target: 'tag', rules: [{ type: 'update' }, { type: 'deletion' }] }] },
      onTags,
    ),
    withGithub({ rulesets: [] }),
  ],
  checks: {
    repository: askSettings('which tags are protected', {
      managed: [
        {
          resources: ['gitlab_tag_protection'],
          attribute: 'create_access_level',
          wrong: ['developer'],
          message: 'developers may create these tags',
        },
      ],
      gitlab: {
        needs: ['protected_tags'],
        judge({ protected_tags: tags }, all) {
          if (!tags) return undefined;
          if (tags.length === 0) {
            const at = all.at('gitlab', 'protected_tags');
            return [{ at, message: 'no tag is protected: every developer can create a release tag' }];
          }
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
      },
      github: {
        needs: ['rulesets'],
        judge({ rulesets }, all, { pipelines }) {
          if (!pipelines.some(startsOnTags)) return [];
          // An update without fast-forward is one too.
          const isProtected = rulesets?.some(
            ({ target, rules = [] }) =>
              target === 'tag' && rules.some(({ type }) => type === 'update' || type === 'non_fast_forward'),
          );
          if (isProtected === undefined) return undefined;
          const message = 'workflows release on tags, and no ruleset keeps a tag from being moved';
          return isProtected ? [] : [{ at: all.at('github', 'rulesets'), message }];
        },
      },
    }),
  },
};

function startsOnTags(pipeline: Pipeline): boolean {
  return eventsOf(pipeline).includes('release') || eventOptions(pipeline, 'push')?.get('tags') !== undefined;
}
