import type { RunStep } from '../../model/step.ts';
import type { PipelineRule } from '../../rule.ts';
import type { Untrusted } from '../../taint/flow.ts';
import { threat } from '../../taint/threat.ts';
import { workflow } from './workflow-example.ts';

const title =
  '        env:\n          TITLE: ${{ github.event.issue.title }}\n          BODY: ${{ github.event.comment.body }}\n';
const step = (line: string) => `      - run: ${line}\n${title}`;

export const envFileInjection: PipelineRule = {
  id: 'pipeline/env-file-injection',
  title: 'Text of others is written into the environment of later steps',
  severity: 'high',
  confidence: 'high',
  cwe: [93, 74],
  tags: ['CICD-SEC-4'],
  why: 'Every line of the file is a variable, or a directory of programs, for all later steps of the job. A line break in the value adds any of them: BASH_ENV, LD_PRELOAD and NODE_OPTIONS make the next step run what they name.',
  fix: 'Hand the value over by `env:` where it is needed; if it must be written, take the line breaks out first (`tr -d "\\r\\n"`).',
  references: ['https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands'],
  dialects: ['github'],
  bad: [
    workflow('issue_comment', step('echo "BODY=$BODY" >> "$GITHUB_ENV"')),
    workflow('issue_comment', step('echo "$BODY" >> $GITHUB_PATH')),
    workflow('issue_comment', step('printf "NOTE=%s\\n" "$BODY" | tee -a "${GITHUB_ENV}"')),
  ],
  good: [
    workflow('issue_comment', step('echo "BODY=$(echo "$BODY" | base64 -w0)" >> "$GITHUB_ENV"')),
    workflow('issue_comment', step('echo "$BODY" > comment.txt; echo "READY=yes" >> "$GITHUB_ENV"')),
    workflow('push', '      - run: echo "VERSION=$(cat version.txt)" >> "$GITHUB_ENV"\n'),
    workflow('push', '      - run: echo "$HOME/bin" >> "$GITHUB_PATH"\n'),
  ],
  checks: {
    *job(job, pipeline, audit) {
      if (!job.steps.some(writesEnvironment)) return;
      const taint = audit.taint(pipeline).of(job);
      for (const { paths, name, adds } of environmentFiles) {
        const untrusted = paths.flatMap((path) => taint.files.get(path)?.untrusted ?? []).find(adds);
        const written = untrusted?.steps.at(-1)?.at;
        if (!untrusted || !written) continue;
        const message = `${untrusted.source} is written into ${name}, which every later step is started with`;
        yield threat('critical', untrusted, { at: written, message }, job, taint);
      }
    },
  },
};

function writesEnvironment(step: RunStep | { readonly kind: 'use' }): boolean {
  return step.kind === 'run' && /GITHUB_(?:ENV|PATH)/.test(step.script.text);
}

/** Files that GitHub reads when a step has ended, as scripts name them, and which text does harm in them. */
const environmentFiles: readonly {
  readonly paths: readonly string[];
  readonly name: string;
  readonly adds: (text: Untrusted) => boolean;
}[] = [
  {
    paths: ['$GITHUB_ENV', '${GITHUB_ENV}'],
    name: 'GITHUB_ENV',
    adds: ({ multiline, form }) => multiline && form === 'arbitrary',
  },
  // One line is enough: it is the directory.
  { paths: ['$GITHUB_PATH', '${GITHUB_PATH}'], name: 'GITHUB_PATH', adds: () => true },
];
