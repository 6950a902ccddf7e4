import { askSettings } from '../../facts/ask.ts';
import type { PipelineRule } from '../../rule.ts';
import { withGitlab, withTerraform } from './settings-example.ts';

export const scmVariableOverride: PipelineRule = {
  id: 'pipeline/scm-variable-override',
  title: 'Developers can set variables of a pipeline',
  severity: 'medium',
  confidence: 'high',
  cwe: [269, 454],
  tags: ['CICD-SEC-5', 'CICD-SEC-4'],
  why: 'Variables given at the start override everything else, predefined ones included: they turn gates off and change what tools load.',
  fix: 'Let nobody, or only owners, set pipeline variables; use inputs with types and options instead.',
  dialects: ['gitlab'],
  bad: [
    withTerraform('resource "gitlab_project" "x" {\n  ci_pipeline_variables_minimum_override_role = "developer"\n}\n'),
    withGitlab({ project: { ci_pipeline_variables_minimum_override_role: 'developer' } }),
    withGitlab({ project: { ci_pipeline_variables_minimum_override_role: 'maintainer' } }),
    withGitlab({ project: { restrict_user_defined_variables: false } }),
  ],
  good: [
    withTerraform(
      'resource "gitlab_project" "x" {\n  ci_pipeline_variables_minimum_override_role = "no_one_allowed"\n}\n',
    ),
    withGitlab({ project: { ci_pipeline_variables_minimum_override_role: 'no_one_allowed' } }),
    withGitlab({ project: { ci_pipeline_variables_minimum_override_role: 'owner' } }),
    withGitlab({ project: { restrict_user_defined_variables: true } }),
  ],
  checks: {
    repository: askSettings('who may set pipeline variables', {
      managed: [
        {
          resources: ['gitlab_project'],
          attribute: 'ci_pipeline_variables_minimum_override_role',
          wrong: ['developer', 'maintainer'],
          message: 'pipelines can be started with any variable',
        },
      ],
      gitlab: {
        needs: ['project.ci_pipeline_variables_minimum_override_role'],
        judge({ project }, all) {
          // While the restriction is off the role does not count.
          const isOpen = project?.restrict_user_defined_variables === false;
          const role = isOpen ? 'developer' : project?.ci_pipeline_variables_minimum_override_role;
          if (role === undefined) return undefined;
          if (role === 'no_one_allowed' || role === 'owner') return [];
          const at = all.at('gitlab', 'project', 'ci_pipeline_variables_minimum_override_role');
          return [{ at, message: `every ${role} can override any variable of a pipeline` }];
        },
      },
    }),
  },
};
