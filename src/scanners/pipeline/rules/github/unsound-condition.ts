import type { YamlNode } from '../../../../lib/yaml/node.ts';
import { findExpressions } from '../../github/expressions.ts';
import type { Issue, PipelineRule } from '../../rule.ts';
import { workflow } from './workflow-example.ts';

const job = (condition: string) => workflow('push', '      - run: make\n', { job: `    if: ${condition}\n` });

export const unsoundCondition: PipelineRule = {
  id: 'pipeline/unsound-condition',
  title: 'Condition that does not mean what it says',
  severity: 'high',
  confidence: 'high',
  cwe: [697],
  tags: ['CICD-SEC-1', 'CICD-SEC-4'],
  why: 'Text around the braces makes the whole a text, and a text that is not empty is true; a search in a text finds parts of names too.',
  fix: 'Write the whole condition without braces, or inside one pair; search in a list (`fromJSON(\'["a","b"]\')`), not in a text.',
  dialects: ['github'],
  bad: [
    job("${{ github.actor == 'x' }} && github.ref == 'refs/heads/main'"),
    job("contains('refs/heads/main refs/heads/dev', github.ref)"),
    workflow('push', "      - run: make\n        if: |\n          ${{ github.event_name == 'push' }}\n"),
  ],
  good: [
    job("github.actor == 'x' && github.ref == 'refs/heads/main'"),
    job("${{ github.ref == 'refs/heads/main' }}"),
    job('contains(fromJSON(\'["a","b"]\'), github.actor)'),
    job("contains(github.event.head_commit.message, 'skip')"),
  ],
  checks: {
    *job({ body, steps }) {
      yield* judge(body.get('if'));
      for (const step of steps) yield* judge(step.body?.get('if'));
    },
  },
};

function* judge(node: YamlNode | undefined): Generator<Issue> {
  if (node?.kind !== 'scalar') return;
  const uses = findExpressions(node.text);
  const [only] = uses;
  // A block keeps its line end, which is text as well.
  if (only && (uses.length > 1 || only.start > 0 || only.end < node.text.length)) {
    yield { at: node.range, message: 'it is always true: there is text around the expression' };
  }
  const list = /contains\(\s*'(?<list>[^']*[\s,][^']*)'\s*,\s*(?:github|env|inputs|vars)\./.exec(node.text)?.groups?.[
    'list'
  ];
  if (list !== undefined)
    yield { at: node.range, message: `'${list}' is a text: parts of its words are found as well` };
}
