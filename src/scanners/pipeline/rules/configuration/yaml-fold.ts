import { everyDialect, type PipelineRule } from '../../rule.ts';
import { foldedLines, type FoldedLines } from './folded-lines.ts';
import { unfold } from './unfold.ts';

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
    item('    - if [ -f a ]\n      then\n        make\n      fi\n'),
    item('    - >\n      make build\n      # then the tests\n      make test\n'),
    run('      - run: npm publish \\\n          --access public\n'),
    run('      - run: >-\n          helm upgrade \\\n          app ./chart\n'),
  ],
  good: [
    item('    - |\n      docker build \\\n        --tag app .\n'),
    item('    - docker build\n      --tag app .\n'),
    item('    - >\n      if [ -f a ]; then\n      make;\n      fi\n'),
    item('    - >\n      docker run --rm\n      -e A=#1\n      image\n'),
    run('      - run: |\n          npm publish \\\n            --access public\n'),
    run('      - run: echo a\\ b\n'),
  ],
  checks: {
    *run({ script, shell }) {
      if (shell !== 'sh' && shell !== 'bash' && shell !== 'unknown') return;
      for (const scalar of script.scalars) {
        const folded = foldedLines(scalar);
        if (!folded) continue;
        const fix = unfold(scalar, folded);
        yield { at: scalar.range, message: messages[folded.fault], ...(fix && { fixes: [fix] }) };
      }
    },
  },
};

const messages: Readonly<Record<FoldedLines['fault'], string>> = {
  backslash: 'each `\\` at a line end becomes `\\ `: the words behind it begin with a space',
  comment: 'the lines become one, and everything behind its `#` a comment',
  syntax: 'the lines become one, and that one is no shell script any more',
};
