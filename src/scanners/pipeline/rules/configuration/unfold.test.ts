import { expect, test } from 'vitest';
import { parseYaml } from '../../../../lib/yaml/parse-yaml.ts';
import { SourceText } from '../../../../lib/text/source-text.ts';
import { listOf, type YamlScalar } from '../../../../lib/yaml/node.ts';
import { foldedLines } from './folded-lines.ts';
import { unfold } from './unfold.ts';

/** The first item of the script. */
function scalarIn(text: string): YamlScalar {
  const [document] = parseYaml(new SourceText('a.yml', text), { version: '1.1' }).documents;
  const job = document?.kind === 'map' ? document.map('a') : undefined;
  const [item] = listOf(job?.get('script'));
  if (item?.kind !== 'scalar') throw new Error('there is a script');
  return item;
}

/** The script before and after its repair, and whether that is safe. */
function repaired(text: string) {
  const scalar = scalarIn(text);
  const folded = foldedLines(scalar);
  const fix = folded && unfold(scalar, folded);
  const edits = [...(fix?.edits ?? [])].toSorted((x, y) => y.at.start - x.at.start);
  const after = edits.reduce((whole, { at, text: put }) => whole.slice(0, at.start) + put + whole.slice(at.end), text);
  const again = scalarIn(after);
  return { after, script: again.text.trimEnd(), safe: fix?.safe, again: foldedLines(again) };
}

test.each([
  ['a:\n  script:\n    - tool \\\n      --one \\\n      two\n', 'tool \\\n  --one \\\n  two'],
  ['a:\n  script:\n  - tool \\\n    --one\n  - other\n', 'tool \\\n  --one'],
  ['a:\n  script: tool \\\n    --one\n', 'tool \\\n  --one'],
  ['a:\n  script:\n    - >-\n      tool \\\n      --one\n', 'tool \\\n--one'],
  ['a:\n  script:\n    - >\n      tool \\\n      --one\n      two\n', 'tool --one two'],
  ['a:\n  script:\n    - tool \\\n      --one\n      two # why\n', 'tool --one two'],
  ['a:\n  script:\n    - if x\n      then y\n      fi\n', 'if x\n  then y\n  fi'],
])('%j', (text, script) => {
  expect(repaired(text)).toMatchObject({ script, safe: true, again: undefined });
});

test('what a comment swallowed may have been meant otherwise', () => {
  expect(repaired('a:\n  script:\n    - >\n      one\n      # two\n      three\n')).toMatchObject({
    script: 'one\n# two\nthree',
    safe: false,
    again: undefined,
  });
});
