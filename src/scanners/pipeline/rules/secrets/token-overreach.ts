import type { PipelineRule } from '../../rule.ts';
import { tokenOverreachText } from '../joined-texts.ts';
import { isSecretName } from '../../taint/secret-names.ts';

export const tokenOverreach: PipelineRule = {
  id: 'pipeline/token-overreach',
  ...tokenOverreachText,
  severity: 'medium',
  confidence: 'high',
  cwe: [250, 668],
  tags: ['CICD-SEC-5', 'CICD-SEC-6'],
  dialects: ['gitlab'],
  bad: [
    {
      path: '.gitlab-ci.yml',
      code: 'deploy:\n  trigger:\n    project: group/deploy\n    forward:\n      pipeline_variables: true\n',
    },
    { path: '.gitlab-ci.yml', code: 'variables:\n  API_TOKEN: $PROD_API_TOKEN\ndeploy:\n  trigger: group/deploy\n' },
  ],
  good: [
    {
      path: '.gitlab-ci.yml',
      code: 'variables:\n  API_TOKEN: $PROD_API_TOKEN\ndeploy:\n  trigger:\n    project: group/deploy\n    forward:\n      yaml_variables: false\n',
    },
    {
      path: '.gitlab-ci.yml',
      code: 'variables:\n  VERSION: $CI_COMMIT_TAG\ndeploy:\n  trigger:\n    project: group/deploy\n    branch: main\n',
    },
  ],
  checks: {
    *job({ body, variables, name }) {
      const trigger = body.entry('trigger');
      if (!trigger) return;
      const options = body.map('trigger');
      const forward = options?.map('forward');
      const all = forward?.get('pipeline_variables');
      if (all?.kind === 'scalar' && all.value === true) {
        yield { at: all.range, message: `${name} hands on every variable that whoever starts the pipeline sets` };
      }
      const other = options
        ? options.text('project')
        : trigger.value.kind === 'scalar'
          ? trigger.value.text
          : undefined;
      const own = forward?.get('yaml_variables');
      if (other === undefined || (own?.kind === 'scalar' && own.value === false)) return;
      const secret = variables.find((variable) => isSecretName(variable.name) && variable.value?.text.includes('$'));
      if (secret) yield { at: trigger.key.range, message: `${other} gets ${secret.name}`, severity: 'high' };
    },
  },
};
