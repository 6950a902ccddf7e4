import type { Verification } from '../model/evidence.ts';
import type { Target } from '../model/target.ts';
import { exitCodes } from '../model/verdict.ts';
import type { Gate } from '../policy/policy.ts';
import type { Invocation, Option, Terminal } from './command.ts';
import { evaluate } from './evaluate.ts';
import { saveLastReport } from './last-report.ts';
import { judgeNewOnly, newSinceFrom, newSinceOption } from './new-since.ts';
import { outputOptions, parseOutputs, wantsColor, writeOutputs } from './outputs.ts';
import { policyFor, type PolicyInForce } from './policy-in-force.ts';
import { noCacheOption, targetOptions } from './target-options.ts';
import { validateOption, withValidation } from './with-validation.ts';
import { pipelineOptions, withPipelineSettings } from './with-pipeline-settings.ts';

/** What every command takes that judges a target and reports. */
export const judgementOptions: readonly Option[] = [
  { name: 'policy', value: 'FILE', summary: 'Policy file (default: portcullis.yaml at the root of the target).' },
  validateOption,
  ...pipelineOptions,
  newSinceOption,
  ...targetOptions,
  noCacheOption,
  ...outputOptions,
];

/** The policy of the target with what the command line adds. */
export async function policyAsAsked(
  target: Target,
  invocation: Invocation,
  terminal: Terminal,
): Promise<PolicyInForce> {
  const policy = await policyFor(target, invocation.value('policy'), terminal);
  const validated = await withValidation(policy, invocation.flag('validate'));
  return withPipelineSettings(validated, invocation, terminal);
}

export interface Judgement {
  readonly target: Target;
  readonly gate: Gate;
  readonly inForce: PolicyInForce;
  readonly verifications?: readonly Verification[];
}

/** Judges, writes the reports, and gives the exit code. */
export async function judgeTarget(
  { target, gate, inForce, verifications }: Judgement,
  invocation: Invocation,
  terminal: Terminal,
): Promise<number> {
  const outputs = parseOutputs(invocation.values('output'), invocation.flag('json'));
  const newSince = newSinceFrom(invocation, target);
  const asked = newSince === undefined ? gate : judgeNewOnly(gate);
  const report = await evaluate(target, asked, inForce, terminal, {
    cached: !invocation.flag('no-cache'),
    ...(verifications && { verifications }),
    ...(newSince !== undefined && { newSince }),
  });
  saveLastReport(report, terminal.cwd);
  await writeOutputs(report, outputs, terminal, {
    reproducible: invocation.flag('reproducible'),
    color: wantsColor(invocation.flag('no-color'), terminal.env),
  });
  return exitCodes[report.verdict.outcome];
}
