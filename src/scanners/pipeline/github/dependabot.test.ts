import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { applySplices } from '../../../lib/text/splice.ts';
import { createAudit } from '../audit/create-audit.ts';
import { runRules } from '../audit/run-rules.ts';
import { CollectedFiles } from '../collected-files.ts';
import { readPipelines } from '../read-pipelines.ts';
import type { Issue, Undecided } from '../rule.ts';
import { dependabotCodeExecution } from '../rules/pins/dependabot-code-execution.ts';
import { noCooldown } from '../rules/pins/no-cooldown.ts';
import { updatesMissing } from '../rules/pins/updates-missing.ts';
import { readDependabot } from './dependabot.ts';

const rules = [dependabotCodeExecution, noCooldown, updatesMissing];
const workflow = 'on: push\njobs:\n  a:\n    runs-on: x\n    steps: [{ run: make }]\n';

/** What the rules about updates say of a configuration. */
function judge(text: string, path = '.github/dependabot.yml'): readonly (Issue | Undecided)[] {
  const files = new CollectedFiles();
  files.add(path, text);
  files.add('.github/workflows/ci.yml', workflow);
  const audit = createAudit(files, new Date('2026-06-01'));
  return [...runRules(rules, readPipelines(files), audit)].map(({ verdict }) => verdict);
}

/** The configuration after all of its fixes. */
function repaired(text: string, path?: string): string {
  const fixes = judge(text, path).flatMap((verdict) => ('undecided' in verdict ? [] : (verdict.fixes ?? [])));
  return applySplices(
    text,
    fixes.flatMap(({ edits }) => edits.map(({ at, text: put }) => ({ start: at.start, end: at.end, text: put }))),
  );
}

test('after the fixes nothing is left to say, and comments and indentation stay', () => {
  const text = `version: 2 # ours
updates:
- package-ecosystem: "npm"   # packages
  directory: "/"
  schedule:
    interval: "weekly"
  insecure-external-code-execution: allow
`;
  const after = repaired(text);
  expect(after).toBe(`version: 2 # ours
updates:
- package-ecosystem: "npm"   # packages
  directory: "/"
  schedule:
    interval: "weekly"
  cooldown:
    default-days: 7
  insecure-external-code-execution: deny
- package-ecosystem: github-actions
  directory: /
  schedule:
    interval: weekly
  cooldown:
    default-days: 7
`);
  expect(judge(after)).toEqual([]);
});

test('a configuration of Renovate gets its age where it has none', () => {
  const after = repaired('{\n  "extends": ["config:recommended"]\n}\n', 'renovate.json');
  expect(JSON.parse(after)).toEqual({ minimumReleaseAge: '7 days', extends: ['config:recommended'] });
  expect(judge(after, 'renovate.json')).toEqual([]);
});

test('a file that can not be read is an unknown with its place', () => {
  expect(judge('version: 2\nupdates:\n  - a: [\n')).toMatchObject([{ reason: 'syntax' }]);
  expect(judge('just text')).toMatchObject([{ subject: 'github-actions' }]);
});

test('whatever stands there is read, and what is found lies in the file', () => {
  const word = constantFrom(
    'version: 2\n',
    'updates:\n',
    '  - ',
    'package-ecosystem: npm\n',
    '    directory: /\n',
    'cooldown: ',
    'schedule: { interval: yearly }\n',
    '{',
    ']',
    '&a ',
    '*a ',
    '\n',
    '\t',
    ': ',
    "'",
    'é',
    '---\n',
  );
  assert(
    property(array(word, { maxLength: 40 }), (words) => {
      const text = words.join('');
      // What is missing at the end is missing behind it.
      for (const { at } of judge(text)) expect(at.start).toBeLessThanOrEqual(at.source.text.length);
      const files = new CollectedFiles();
      files.add('.github/dependabot.yaml', text);
      expect(readDependabot(files)?.source.text).toBe(text);
    }),
  );
});
