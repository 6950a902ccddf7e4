import type { TextRange } from '../../../lib/text/source-text.ts';
import { ScriptText } from '../model/script-text.ts';
import type { Step, UseStep } from '../model/step.ts';
import { findExpressions, type ExpressionUse } from './expressions.ts';

/** An expression whose value becomes a part of a program. */
export interface CodeSite {
  readonly use: ExpressionUse;
  readonly at: TextRange;
}

/** Inputs that an action runs as a program. */
const codeInputs: readonly { readonly action: RegExp; readonly input: string }[] = [
  { action: /^actions\/github-script@/i, input: 'script' },
  { action: /^azure\/(?:cli|powershell)@/i, input: 'inlineScript' },
  { action: /^appleboy\/ssh-action@/i, input: 'script' },
  { action: /^nick-fields\/retry@/i, input: 'command' },
  { action: /^addnab\/docker-run-action@/i, input: 'run' },
  { action: /^nicholasbergesen\/|^roots\/issue-closer/i, input: 'run' },
];

/** The expressions in what a step runs: its script, or an input that its action runs as one. */
export function codeSites(step: Step): readonly CodeSite[] {
  const script = step.kind === 'run' ? step.script : codeInput(step);
  if (!script) return [];
  return findExpressions(script.text).map((use) => ({ use, at: script.range(use.start, use.end) }));
}

function codeInput({ uses, inputs }: UseStep): ScriptText | undefined {
  const known = codeInputs.find(({ action }) => action.test(uses.text));
  const input = known && inputs?.get(known.input);
  return input?.kind === 'scalar' ? new ScriptText([input]) : undefined;
}
