import type { YamlScalar } from '../../../lib/yaml/node.ts';
import { nothing, type Flow } from './flow.ts';

const arbitrary =
  /github\.event\.(?:(?:issue|pull_request|discussion)\.(?:title|body)|(?:comment|review|review_comment)\.body|head_commit\.(?:message|author\.\w+)|commits\b.*\.(?:message|author\.\w+)|workflow_run\.(?:display_title|head_commit\.\w+)|pages\b.*\.page_name|release\.(?:name|body))/;
const names =
  /github\.head_ref|github\.event\.(?:pull_request\.head\.(?:ref|label|repo\.\w+)|workflow_run\.head_branch)/;
const pushed = /github\.ref_name|github\.event\.release\.tag_name/;
const asked = /(?:^|[^\w.])(?:github\.event\.)?(?:inputs|client_payload)\.\w+/;

/** What is known of a value with `${{ }}` in it (GitHub, "Security hardening", untrusted contexts). */
export function githubValue(value: YamlScalar): Flow {
  if (!value.text.includes('${{')) return nothing;
  const expressions = [...value.text.matchAll(/\$\{\{(.*?)\}\}/gs)].map(([, inner = '']) => inner).join('\n');
  const secret = /\btoJSON\(\s*secrets\s*\)|\bsecrets\.(\w+)|\bsecrets\[|\bgithub\.token\b/i.exec(expressions);
  const context =
    arbitrary.exec(expressions) ?? names.exec(expressions) ?? pushed.exec(expressions) ?? asked.exec(expressions);
  const comparison = /[=!<>]=|\bcontains\(|\bstartsWith\(|\bendsWith\(/.test(expressions);
  return {
    ...(secret && {
      secret: {
        name: secret[0],
        origin: /^toJSON/i.test(secret[0]) ? ('environment' as const) : ('platform' as const),
        changed: false,
        steps: [{ at: value.range, message: `it holds ${secret[0]}` }],
      },
    }),
    ...(context &&
      !comparison && {
        untrusted: {
          source: context[0].trim(),
          trust: pushed.test(context[0]) || asked.test(context[0]) ? ('developer' as const) : ('outsider' as const),
          form: arbitrary.test(context[0]) || asked.test(context[0]) ? ('arbitrary' as const) : ('structured' as const),
          multiline: arbitrary.test(context[0]) || asked.test(context[0]),
          steps: [{ at: value.range, message: `it holds ${context[0].trim()}` }],
        },
      }),
  };
}
