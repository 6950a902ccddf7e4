import type { Expr } from '@actions/expressions';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RunStep, Step } from '../model/step.ts';
import { contextTrust, type ContextTrust } from './context-trust.ts';
import { contextsIn } from './contexts-in.ts';
import { findExpressions, parseExpression } from './expressions.ts';
import { eventOptions, eventsOf } from './triggers.ts';

/** Text in an expression that somebody chooses, and how it gets there. */
export interface ExpressionSource extends ContextTrust {
  /** The context that brings it in: `github.event.issue.title`. */
  readonly path: string;
  /** What it went through: `env.TITLE`, `steps.x.outputs.y`. */
  readonly through: readonly string[];
}

const deepest = 6;

/** Follows contexts to where their text comes from, within a workflow. */
export class ExpressionSources {
  readonly #pipeline: Pipeline;
  readonly #events: readonly string[];

  constructor(pipeline: Pipeline) {
    this.#pipeline = pipeline;
    this.#events = pipeline.action ? ['workflow_call'] : eventsOf(pipeline);
  }

  /** What somebody can choose in the value of an expression. */
  inExpression(
    source: string,
    job: Job,
    step: Step | undefined,
    through: readonly string[] = [],
  ): readonly ExpressionSource[] {
    const expression = parseExpression(source);
    return expression ? this.#inTree(expression, job, step, through) : [];
  }

  /** The same for all expressions in a text. */
  inText(text: string, job: Job, step: Step | undefined, through: readonly string[] = []): readonly ExpressionSource[] {
    return findExpressions(text).flatMap(({ source }) => this.inExpression(source, job, step, through));
  }

  #inTree(expression: Expr, job: Job, step: Step | undefined, through: readonly string[]): readonly ExpressionSource[] {
    if (through.length > deepest) return [];
    return contextsIn(expression).flatMap((path) => this.#ofContext(path, job, step, through));
  }

  #ofContext(path: string, job: Job, step: Step | undefined, through: readonly string[]): readonly ExpressionSource[] {
    const [root, name = '', ...rest] = path.split('.');
    const via = [...through, path];
    switch (root) {
      case 'env': {
        const variable = [...job.variables, ...(step?.variables ?? [])].findLast(
          (one) => one.name.toLowerCase() === name,
        );
        return variable?.value ? this.inText(variable.value.text, job, step, via) : [];
      }
      case 'steps':
        return this.#ofStepOutput(
          job.steps.find((one) => one.body?.text('id')?.toLowerCase() === name),
          rest.at(-1) ?? '',
          job,
          via,
        );
      case 'needs': {
        const other = this.#pipeline.jobs.find((one) => one.name.toLowerCase() === name);
        const output = other?.body.map('outputs')?.entries.find(({ key }) => key.text.toLowerCase() === rest.at(-1));
        return other && output?.value.kind === 'scalar' ? this.inText(output.value.text, other, undefined, via) : [];
      }
      case 'matrix': {
        const matrix = job.body.map('strategy')?.get('matrix');
        const text = matrix ? matrix.range.source.text.slice(matrix.range.start, matrix.range.end) : '';
        return this.inText(text, job, undefined, via);
      }
      default: {
        if (
          (root === 'inputs' || path.startsWith('github.event.inputs.')) &&
          this.#isTyped(path.split('.').at(-1) ?? '')
        )
          return [];
        const trust = contextTrust(path, this.#events);
        return trust ? [{ ...trust, path, through }] : [];
      }
    }
  }

  /** Inputs that are numbers, yes or no, or one of a list. */
  #isTyped(name: string): boolean {
    return ['workflow_dispatch', 'workflow_call'].some((event) => {
      const inputs = eventOptions(this.#pipeline, event)?.map('inputs');
      const type = inputs?.entries.find(({ key }) => key.text.toLowerCase() === name)?.value;
      return type?.kind === 'map' && /^(?:boolean|number|choice|environment)$/.test(type.text('type') ?? 'string');
    });
  }

  /** A script's output has what the script has; of an action only some outputs are known to be text of strangers. */
  #ofStepOutput(step: Step | undefined, output: string, job: Job, via: readonly string[]): readonly ExpressionSource[] {
    if (step?.kind === 'run') return this.#writtenBy(step, output, job, via);
    const action = step?.uses.text.split('@')[0]?.toLowerCase() ?? '';
    const known = textOutputs.find((one) => one.action === action && one.outputs.test(output));
    return known ? [{ form: known.form, by: 'outsider', path: `${action} ${output}`, through: via }] : [];
  }

  #writtenBy(step: RunStep, output: string, job: Job, via: readonly string[]): readonly ExpressionSource[] {
    const lines = step.script.text
      .split('\n')
      .filter(
        (line) =>
          line.toLowerCase().includes(`${output}=`) ||
          line.toLowerCase().includes(`${output}<<`) ||
          /GITHUB_OUTPUT/.test(line),
      );
    const inLines = this.inText(lines.join('\n'), job, step, via);
    const used = step.variables.filter(({ name }) => new RegExp(`\\$\\{?${name}\\b`).test(lines.join('\n')));
    return [...inLines, ...used.flatMap(({ value }) => this.inText(value?.text ?? '', job, step, via))];
  }
}

/** Outputs of well-known actions that are names and texts which strangers choose. */
const textOutputs: readonly {
  readonly action: string;
  readonly outputs: RegExp;
  readonly form: ContextTrust['form'];
}[] = [
  { action: 'tj-actions/changed-files', outputs: /files$|^all_/, form: 'arbitrary' },
  { action: 'dorny/paths-filter', outputs: /_files$/, form: 'arbitrary' },
  { action: 'jitterbit/get-changed-files', outputs: /./, form: 'arbitrary' },
  { action: 'tj-actions/branch-names', outputs: /branch|ref|tag/, form: 'structured' },
  { action: 'xt0rted/pull-request-comment-branch', outputs: /ref$/, form: 'structured' },
  { action: 'alessbell/pull-request-comment-branch', outputs: /ref$/, form: 'structured' },
  { action: 'potiuk/get-workflow-origin', outputs: /branch/i, form: 'structured' },
];
