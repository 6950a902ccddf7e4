import { lineStart } from '../../../../lib/text/line-start.ts';
import type { SourceText } from '../../../../lib/text/source-text.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { Issue, PipelineRule } from '../../rule.ts';

/** Characters that turn the direction of text or that nobody sees (Unicode 16, UAX #9, UTS #39). */
const invisible = /[\u202a-\u202e\u2066-\u2069\u200b\u2060-\u2064\u00ad\u180e]|(?<!^)\ufeff|[\u{e0000}-\u{e007f}]/gu;
const word = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\d_]{2,200}/gu;
/** Cyrillic and Greek letters that look like Latin ones. */
const lookAlike = /[асеорхуіјѕԁԛԝАВЕКМНОРСТХІЈЅοανρτυιΑΒΕΖΗΙΚΜΝΟΡΤΥΧ]/u;
const most = 20;

export const trojanSource: PipelineRule = {
  id: 'pipeline/trojan-source',
  title: 'Characters that hide what the pipeline does',
  severity: 'high',
  confidence: 'high',
  cwe: [1007, 506],
  tags: ['CICD-SEC-10', 'CICD-SEC-4'],
  why: 'Characters that turn the direction of text, that are invisible or that only look like others make a reviewer read another script than the one that runs.',
  fix: 'Delete the character and type the word anew.',
  dialects: ['gitlab', 'github'],
  bad: [
    { path: '.gitlab-ci.yml', code: 'job:\n  script:\n    - ./check \u202e# reversed\u202c\n' },
    {
      path: '.gitlab-ci.yml',
      code: 'job:\n  script:\n    - cu\u0433l https://example.org\n    - \u0441url https://example.org\n',
    },
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: npm\u200b ci\n',
    },
    {
      path: '.github/workflows/ci.yml',
      code: 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: g\u0456t push\n',
    },
  ],
  good: [
    {
      path: '.gitlab-ci.yml',
      code: '# Проверка: запускает тесты\njob:\n  script:\n    - echo "Привет, мир" "größe" "10 µs" "naïve"\n',
    },
    { path: '.gitlab-ci.yml', code: '\ufeffjob:\n  script:\n    - echo "🚀 готово" "👨\u200d👩\u200d👧"\n' },
    {
      path: '.github/workflows/ci.yml',
      code: 'name: 構建\non: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo "Ελλάδα"\n',
    },
    {
      path: '.github/workflows/ci.yml',
      code: '# тест-run для CI-сборки\non: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: echo ok\n',
    },
  ],
  checks: {
    *pipeline(pipeline) {
      for (const source of sourcesOf(pipeline)) yield* hiddenIn(source);
    },
  },
};

function sourcesOf({ source, jobs }: Pipeline): ReadonlySet<SourceText> {
  const scripts = jobs.flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === 'run' ? step.script.scalars.map(({ range }) => range.source) : [])),
  );
  return new Set([source, ...scripts]);
}

function* hiddenIn(source: SourceText): Generator<Issue> {
  const { text } = source;
  // Most files are ASCII, and nothing can hide in them.
  if (!/[\u0080-\uffff]/.test(text)) return;
  let count = 0;
  for (const { index, 0: found } of text.matchAll(invisible)) {
    if (++count > most) return;
    const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    yield {
      at: { source, start: index, end: index + found.length },
      message: `U+${code} can not be seen and changes how the line reads`,
      subject: `U+${code}`,
    };
  }
  for (const { index, 0: found } of text.matchAll(word)) {
    if (!/[a-z]/i.test(found) || !lookAlike.test(found)) continue;
    const line = text.slice(lineStart(text, index), index);
    if (/(?:^|\s)#/.test(line)) continue;
    if (++count > most) return;
    yield {
      at: { source, start: index, end: index + found.length },
      message: 'letters of another alphabet stand in a Latin word',
      confidence: 'medium',
    };
  }
}
