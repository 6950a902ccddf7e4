import type { TextRange } from '../../../../lib/text/source-text.ts';
import { addAfter } from '../../fix/edit-entry.ts';
import { codeSites } from '../../github/code-sites.ts';
import { findExpressions, type ExpressionUse } from '../../github/expressions.ts';
import { ExpressionSources, type ExpressionSource } from '../../github/expression-sources.ts';
import { handedOver, inputSink, isInternal } from '../../github/input-sinks.ts';
import { holdsSomething } from '../../github/permissions.ts';
import { isPrivilegedByStrangers } from '../../github/triggers.ts';
import type { Job } from '../../model/job.ts';
import type { Pipeline } from '../../model/pipeline.ts';
import type { RunStep, UseStep } from '../../model/step.ts';
import type { Issue, IssueFix, PipelineRule } from '../../rule.ts';
import type { Severity } from '../../../../model/severity.ts';
import { workflow } from './workflow-example.ts';

const composite =
  'name: greet\ndescription: greets\ninputs:\n  name: { description: whom, required: true }\nruns:\n  using: composite\n  steps:\n';
const callsGreet = (name: string) => `      - uses: ./greet\n        with:\n          name: ${name}\n`;

export const templateInjection: PipelineRule = {
  id: 'pipeline/template-injection',
  title: 'Text of others becomes code',
  severity: 'high',
  confidence: 'high',
  cwe: [94, 78],
  tags: ['CICD-SEC-4'],
  why: 'GitHub puts the value into the script before the shell reads it: a title such as `"; curl … | sh; "` is then a part of the program, with the token and secrets of the job.',
  fix: 'Put the value into `env:` of the step and use the variable in quotes; the shell then never takes it for code.',
  references: ['https://docs.github.com/en/actions/reference/security/secure-use'],
  dialects: ['github'],
  bad: [
    workflow('issues', '      - run: echo "${{ github.event.issue.title }}"\n'),
    workflow('pull_request_target', '      - run: git fetch origin ${{ github.head_ref }}\n'),
    workflow(
      'issue_comment',
      '      - run: echo "$BODY ${{ env.BODY }}"\n        env:\n          BODY: ${{ github.event.comment.body }}\n',
    ),
    workflow(
      'workflow_run',
      '      - uses: actions/github-script@v7\n        with:\n          script: console.log("${{ github.event.workflow_run.head_branch }}")\n',
    ),
    workflow(
      'issues',
      '      - id: t\n        run: echo "title=${{ github.event.issue.title }}" >> "$GITHUB_OUTPUT"\n      - run: echo ${{ steps.t.outputs.title }}\n',
    ),
    workflow(
      '{ workflow_dispatch: { inputs: { name: { type: string } } } }',
      '      - run: ./release ${{ inputs.name }}\n',
    ),
    {
      path: 'action.yml',
      code: `${composite}    - run: ./greet \${{ inputs.name }}\n      shell: bash\n`,
    },
    {
      ...workflow('issues', callsGreet('${{ github.event.issue.title }}')),
      beside: { 'greet/action.yml': `${composite}    - run: ./greet \${{ inputs.name }}\n      shell: bash\n` },
    },
  ],
  good: [
    workflow('issues', '      - run: echo "$TITLE"\n        env:\n          TITLE: ${{ github.event.issue.title }}\n'),
    workflow('pull_request', '      - run: echo "${{ github.event.pull_request.number }} ${{ github.sha }}"\n'),
    workflow('issues', "      - run: echo ${{ contains(github.event.issue.title, 'bug') }}\n"),
    workflow('issues', "      - run: echo ${{ github.event.issue.title == 'x' }}\n"),
    workflow(
      '{ workflow_dispatch: { inputs: { level: { type: choice, options: [a, b] } } } }',
      '      - run: ./release ${{ inputs.level }}\n',
    ),
    {
      ...workflow('issues', callsGreet('${{ github.event.issue.title }}')),
      beside: {
        'greet/action.yml': `${composite}    - run: ./greet "$NAME"\n      shell: bash\n      env:\n        NAME: \${{ inputs.name }}\n`,
      },
    },
    {
      ...workflow('issues', callsGreet('${{ github.event.issue.number }}')),
      beside: { 'greet/action.yml': `${composite}    - run: make\n      shell: bash\n` },
    },
    workflow('push', '      - run: make ${{ matrix.target }}\n', {
      job: '    strategy: { matrix: { target: [a, b] } }\n',
    }),
  ],
  checks: {
    *run(step, job, pipeline) {
      yield* judge(step, job, pipeline, (use) => repair(step, use));
    },
    *use(step, job, pipeline, { files }) {
      yield* judge(step, job, pipeline, () => undefined);
      const sources = new ExpressionSources(pipeline);
      for (const { input, text } of handedOver(step)) {
        const worst = worstOf(sources.inText(text, job, step));
        // What whoever calls a workflow chooses is said where it becomes code.
        if (worst?.by !== 'outsider') continue;
        const sink = inputSink(step.uses.text, input, files);
        if (!sink) continue;
        const at = step.inputs?.entry(input)?.value.range ?? step.at;
        yield {
          at,
          message: `${worst.path} is chosen by anybody and becomes part of a script of ${step.uses.text} as its input ${input}`,
          severity: severityOf(worst, job, pipeline),
          path: [
            ...steps(worst, at),
            { at, message: `it is handed over as the input ${input}` },
            { at: sink.at, message: 'the value is put into the script before it is read' },
          ],
        };
      }
    },
  },
};

function* judge(
  step: RunStep | UseStep,
  job: Job,
  pipeline: Pipeline,
  repairOf: (use: ExpressionUse) => IssueFix | undefined,
): Generator<Issue> {
  const sources = new ExpressionSources(pipeline);
  for (const { use, at } of codeSites(step)) {
    const worst = worstOf(sources.inExpression(use.source, job, step));
    if (!worst) continue;
    const fix = repairOf(use);
    yield {
      at,
      message: `${worst.path} is chosen by ${chooser(worst, pipeline)} and becomes part of the script`,
      severity: severityOf(worst, job, pipeline),
      by: worst.by,
      path: [...steps(worst, at), { at, message: 'the value is put into the script before it is read' }],
      ...(fix && { fixes: [fix] }),
    };
  }
}

function worstOf(sources: readonly ExpressionSource[]): ExpressionSource | undefined {
  return sources.toSorted((a, b) => weight(b) - weight(a))[0];
}

function steps({ through }: ExpressionSource, at: TextRange): NonNullable<Issue['path']> {
  return through.map((name) => ({ at, message: `${name} brings it along` }));
}

function chooser({ by }: ExpressionSource, { action }: Pipeline): string {
  if (by === 'outsider') return 'anybody';
  return action ? 'whoever calls the action' : 'whoever may push or start the workflow';
}

function weight({ by, form }: ExpressionSource): number {
  return (by === 'outsider' ? 2 : 0) + (form === 'arbitrary' ? 1 : 0);
}

function severityOf({ by }: ExpressionSource, job: Job, pipeline: Pipeline): Severity {
  if (by !== 'outsider') return isInternal(pipeline) ? 'low' : 'medium';
  if (!isPrivilegedByStrangers(pipeline)) return 'medium';
  return holdsSomething(job, pipeline) ? 'critical' : 'high';
}

/** The value in a variable of the step, and the variable in the script. */
function repair(step: RunStep, { start, end, source }: ExpressionUse): IssueFix | undefined {
  const run = step.body?.entry('run');
  if ((step.shell !== 'bash' && step.shell !== 'sh') || !run || step.body?.get('env') !== undefined) return undefined;
  // Of several expressions each would add its own environment.
  if (findExpressions(step.script.text).length !== 1) return undefined;
  const name = nameFor(source);
  const before = step.script.text.slice(0, start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const inSingle = (line.match(/'/g)?.length ?? 0) % 2 === 1;
  // Without quotes the shell would split the value; in a here-document quotes would be text.
  const isBare = (line.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 0 && !before.includes('<<');
  const edit = addAfter(run, `env:\n  ${name}: \${{${source}}}`);
  // A plain text that begins with a quote would be a quoted one.
  const beginsPlain = start === 0 && step.script.scalars[0]?.style === 'plain';
  if (inSingle || beginsPlain || !edit) return undefined;
  return {
    description: `hand it over as ${name}`,
    safe: false,
    edits: [{ at: step.script.range(start, end), text: isBare ? `"\${${name}}"` : `\${${name}}` }, edit],
  };
}

function nameFor(source: string): string {
  const last = source.trim().split('.').slice(-2).join('_');
  return (
    last
      .replaceAll(/\W+/g, '_')
      .replaceAll(/^_+|_+$/g, '')
      .toUpperCase() || 'VALUE'
  );
}
