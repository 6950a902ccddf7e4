import { didYouMean } from '../../../lib/spelling/did-you-mean.ts';
import type { TextRange } from '../../../lib/text/source-text.ts';
import { YamlMap, type YamlNode, type YamlScalar } from '../../../lib/yaml/node.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import { ScriptText } from '../model/script-text.ts';
import { contexts, findExpressions } from './expressions.ts';

/** An expression that GitHub refuses, or whose value is always empty. */
export interface EmptyContext {
  readonly at: TextRange;
  /** As a sentence. */
  readonly message: string;
}

const functions =
  'contains startsWith endsWith format join toJSON fromJSON hashFiles success always cancelled failure case'.split(' ');
/** A name with what it is asked for: `needs.build`, `format(`, `steps['x']`. */
const names = /(?<![\w.'-])(?<name>[a-z_][\w-]*)(?:\.(?<member>[a-z_][\w-]*)|\s{0,4}(?<call>\())?/gi;

/** What the expressions of a job name and nothing gives: a job it does not need, a step or an input that is not there. */
export function* emptyContexts(job: Job, pipeline: Pipeline): Generator<EmptyContext> {
  const scope = scopeOf(job, pipeline);
  const texts: (readonly [YamlScalar, boolean])[] = [];
  collectTexts(job.body, '', texts);
  for (const [scalar, whole] of texts) {
    const uses = findExpressions(scalar.text);
    if (uses.length === 0 && whole) yield* judge(scalar.text, 0, scalar, scope);
    for (const { source, start } of uses) yield* judge(source, start + '${{'.length, scalar, scope);
  }
}

interface Scope {
  readonly job: string;
  readonly steps: readonly string[];
  readonly needs: readonly string[];
  readonly inputs: readonly string[];
}

function scopeOf(job: Job, { document, action }: Pipeline): Scope {
  const steps = job.steps.flatMap(({ body }) => body?.text('id') ?? []);
  return { job: job.name, steps, needs: (job.needs ?? []).map((need) => need.job), inputs: inputsOf(document, action) };
}

function inputsOf(document: YamlMap, action: true | undefined): readonly string[] {
  const on = document.get('on');
  const declared = action
    ? [document.map('inputs')]
    : ['workflow_dispatch', 'workflow_call'].map((event) =>
        on instanceof YamlMap ? on.map(event)?.map('inputs') : undefined,
      );
  return declared.flatMap((inputs) => inputs?.entries.map(({ key }) => key.text) ?? []);
}

/** Texts that may hold expressions; the conditions among them are expressions as a whole. */
function collectTexts(node: YamlNode, key: string, texts: (readonly [YamlScalar, boolean])[]): void {
  if (node.kind === 'scalar') {
    const whole = key === 'if';
    if (typeof node.value === 'string' && (whole || node.text.includes('${{'))) texts.push([node, whole]);
  } else if (node.kind === 'sequence') {
    for (const item of node.items) collectTexts(item, '', texts);
  } else for (const entry of node.entries) collectTexts(entry.value, entry.key.text, texts);
}

function* judge(source: string, offset: number, scalar: YamlScalar, scope: Scope): Generator<EmptyContext> {
  const place = (start: number, length: number): TextRange =>
    new ScriptText([scalar]).range(offset + start, offset + start + length);
  const code = source.includes("'")
    ? source.replaceAll(/'(?:[^']|'')*'/g, (literal) => `'${' '.repeat(literal.length - 2)}'`)
    : source;
  const quote = code.indexOf('"');
  if (quote !== -1) {
    yield { at: place(quote, 1), message: 'text in an expression stands in single quotes; `"` is refused' };
    return;
  }
  for (const match of code.matchAll(names)) {
    const { name = '', member, call } = match.groups ?? {};
    const message = call === undefined ? empty(name, member, scope) : unknownFunction(name);
    if (message === undefined) continue;
    yield { at: place(match.index, match[0].length), message };
  }
  const assignment = code.includes('=') ? /(?<![=!<>])=(?!=)/.exec(code) : null;
  if (assignment) {
    yield { at: place(assignment.index, 1), message: 'an expression compares by `==`; a single `=` is refused' };
  }
}

function unknownFunction(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (functions.some((known) => known.toLowerCase() === lower)) return undefined;
  return `there is no function ${name}${didYouMean(name, functions)}`;
}

function empty(name: string, member: string | undefined, scope: Scope): string | undefined {
  const context = name.toLowerCase();
  if (['true', 'false', 'null', 'nan', 'infinity'].includes(context) || /^x[\da-f]/.test(context)) return undefined;
  if (!contexts.includes(context)) return `there is no context ${name}${didYouMean(name, contexts)}`;
  if (member === undefined) return undefined;
  if (context === 'needs' && !has(scope.needs, member))
    return `\`needs.${member}\` is empty: ${scope.job} does not need ${member}${didYouMean(member, scope.needs)}`;
  if (context === 'steps' && !has(scope.steps, member))
    return `\`steps.${member}\` is empty: no step of ${scope.job} has that id${didYouMean(member, scope.steps)}`;
  if (context === 'inputs' && !has(scope.inputs, member))
    return `\`inputs.${member}\` is empty: there is no such input${didYouMean(member, scope.inputs)}`;
  return undefined;
}

function has(names: readonly string[], name: string): boolean {
  return names.some((known) => known.toLowerCase() === name.toLowerCase());
}
