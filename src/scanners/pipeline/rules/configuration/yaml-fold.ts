import type { YamlScalar } from '../../../../lib/yaml/node.ts';
import { everyDialect, type IssueFix, type PipelineRule } from '../../rule.ts';

const item = (text: string) => ({ path: '.gitlab-ci.yml', code: `build:\n  script:\n${text}` });
const run = (text: string) => ({
  path: '.github/workflows/a.yml',
  code: `on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n${text}`,
});

export const yamlFold: PipelineRule = {
  id: 'pipeline/yaml-fold',
  title: 'Command that YAML has folded into another one',
  severity: 'high',
  confidence: 'high',
  cwe: [1286],
  tags: ['CICD-SEC-7'],
  why: 'In a plain or folded value YAML puts a space for the line break, and the backslash before it now makes that space a part of the next word: the tool gets ` --option` as a name, not as an option.',
  fix: 'Write the command as a block (`|`), which keeps its lines, or leave the backslashes out.',
  references: ['https://yaml.org/spec/1.2.2/#65-line-folding'],
  dialects: everyDialect,
  bad: [
    item('    - docker build \\\n      --tag app \\\n      .\n'),
    item('    - >\n      trivy image \\\n      --exit-code 1 app\n'),
    run('      - run: npm publish \\\n          --access public\n'),
    run('      - run: >-\n          helm upgrade \\\n          app ./chart\n'),
  ],
  good: [
    item('    - |\n      docker build \\\n        --tag app .\n'),
    item('    - docker build\n      --tag app .\n'),
    run('      - run: |\n          npm publish \\\n            --access public\n'),
    run('      - run: echo a\\ b\n'),
  ],
  checks: {
    *run({ script }) {
      for (const scalar of script.scalars) {
        if (scalar.style !== 'plain' && scalar.style !== 'folded') continue;
        const { source, start, end } = scalar.range;
        const written = source.text.slice(start, end);
        if (!/\\[ \t]*\r?\n[ \t]*\S/.test(written) || !/\\ /.test(scalar.text)) continue;
        const fix = toBlock(scalar, written);
        yield {
          at: scalar.range,
          message: 'each `\\` at a line end becomes `\\ `: the words behind it begin with a space',
          ...(fix && { fixes: [fix] }),
        };
      }
    },
  },
};

/** The same lines as a literal block. */
function toBlock({ range, style }: YamlScalar, written: string): IssueFix | undefined {
  const { source, start } = range;
  if (style === 'folded') {
    const edit = { at: { source, start, end: start + 1 }, text: '|' };
    return written.startsWith('>') ? { description: 'keep the lines (|)', safe: true, edits: [edit] } : undefined;
  }
  const line = source.text.slice(source.text.lastIndexOf('\n', start - 1) + 1, start);
  // Deeper than the key or dash that the value stands behind.
  const indent = `${/^\s*(?:-\s+)*/.exec(line)?.[0].replaceAll('-', ' ') ?? ''}${/[^\s-]/.test(line) ? '  ' : ''}`;
  const lines = written.trimEnd().split(/\r?\n/);
  const block = lines.map((text, index) => `${indent}${index > 0 ? '  ' : ''}${text.trim()}`).join('\n');
  return {
    description: 'keep the lines (|)',
    safe: true,
    edits: [{ at: { source, start, end: start + written.trimEnd().length }, text: `|\n${block}` }],
  };
}
