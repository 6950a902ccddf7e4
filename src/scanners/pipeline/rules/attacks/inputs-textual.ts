import type { SourceText } from '../../../../lib/text/source-text.ts';
import { headerOf } from '../../gitlab/load-file.ts';
import type { PipelineRule } from '../../rule.ts';

export const inputsTextual: PipelineRule = {
  id: 'pipeline/inputs-textual',
  title: 'Input is put into a script as text',
  severity: 'high',
  confidence: 'high',
  cwe: [94, 78],
  tags: ['CICD-SEC-4'],
  why: 'GitLab replaces `$[[ inputs.x ]]` before any shell sees the script, so quotes do not help: a value with a quote or $( ) is a part of the script.',
  fix: 'Put the input into `variables:` and use "$VARIABLE" in the script, restrict it by `options` or an anchored `regex`, or use the function `posix_quote`.',
  dialects: ['gitlab'],
  bad: [
    {
      path: '.gitlab-ci.yml',
      code: 'spec:\n  inputs:\n    target:\n      default: staging\n---\ndeploy:\n  script:\n    - ./deploy.sh "$[[ inputs.target ]]"\n',
    },
    {
      path: '.gitlab-ci.yml',
      code: 'spec:\n  inputs:\n    args:\n      type: string\n      default: ""\n      regex: ^v.*$\n---\nbuild:\n  before_script: make $[[ inputs.args ]]\n  script: make\n',
    },
    {
      path: 'templates/deploy/template.yml',
      code: 'spec:\n  inputs:\n    target:\n---\ndeploy:\n  script: ./deploy.sh $[[ inputs.target ]]\n',
    },
  ],
  good: [
    {
      path: 'templates/deploy.yml',
      code: 'spec:\n  inputs:\n    target:\n      options: [staging, production]\n---\ndeploy:\n  script: ./deploy.sh $[[ inputs.target ]]\n',
    },
    {
      path: '.gitlab-ci.yml',
      code: 'spec:\n  inputs:\n    target:\n      default: staging\n---\ndeploy:\n  variables:\n    TARGET: $[[ inputs.target ]]\n  script:\n    - ./deploy.sh "$TARGET"\n',
    },
    {
      path: '.gitlab-ci.yml',
      code: 'spec:\n  inputs:\n    count:\n      type: number\n      default: 1\n    where:\n      options: [a, b]\n      default: a\n    tag:\n      regex: ^[a-z]+$\n      default: a\n    free:\n      default: a\n---\ndeploy:\n  script: echo $[[ inputs.count ]] $[[ inputs.where ]] $[[ inputs.tag ]] $[[ inputs.free | posix_quote ]]\n',
    },
  ],
  checks: {
    *run(step, _job, pipeline) {
      for (const { range } of step.script.scalars) {
        const { source } = range;
        const written = source.text.slice(range.start, range.end);
        for (const found of written.matchAll(/\$\[\[\s*inputs\.([\w-]+)\s*((?:\|[^\]]*)?)\]\]/g)) {
          const [all, name = '', functions = ''] = found;
          if (/posix_(?:escape|quote)/.test(functions) || isRestricted(source, name)) continue;
          const start = range.start + found.index;
          const own = source === pipeline.source;
          const expands = functions.includes('expand_vars');
          yield {
            at: { source, start, end: start + all.length },
            severity: own || expands ? 'high' : 'medium',
            message: `whoever sets the input ${name} writes a part of the script${expands ? ', with the values of variables' : ''}`,
          };
        }
      }
    },
  },
};

/** Whether the file's header allows only values that are harmless in a script. */
function isRestricted(source: SourceText, name: string): boolean {
  const input = headerOf(source)?.map('spec')?.map('inputs')?.map(name);
  const type = input?.text('type') ?? 'string';
  const pattern = input?.text('regex');
  const fixed = pattern !== undefined && /^\/?\^.*\$\/?$/.test(pattern) && !/(?<!\\)\.[*+{]|\\S|\[\^/.test(pattern);
  return type === 'number' || type === 'boolean' || input?.get('options') !== undefined || fixed;
}
