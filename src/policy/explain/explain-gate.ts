import type { Gate, RuleOverride, Threshold, Waiver } from '../policy.ts';
import { describeWaiver } from '../waivers/describe-waiver.ts';

/** What a gate asks for, one sentence a line. */
export function explainGate(gate: Gate): string[] {
  const asksScanners = gate.scanners.length + gate.soft.length > 0;
  return [
    ...gate.scanners.map(
      (scanner) => `${scanner} must run to the end; ${thresholdText(gate.overrides[scanner] ?? gate.failOn)}`,
    ),
    ...gate.soft.map(
      (scanner) => `${scanner} runs as far as there is time; ${thresholdText(gate.overrides[scanner] ?? gate.failOn)}`,
    ),
    ...gate.rules.map(ruleText),
    ...(asksScanners ? Object.entries(gate.unknowns).map(unknownText) : []),
    ...(gate.budgetMillis === undefined || gate.soft.length === 0 ? [] : [`what is soft has ${gate.budgetMillis} ms`]),
    ...(gate.approvals ? [approvalText(gate.approvals)] : []),
    ...gate.windows.map(
      ({ days, from, to, timezone }) => `opens ${days.join(', ')} from ${from} to ${to} (${timezone})`,
    ),
    ...gate.freezes.map(({ from, to, reason }) => `stays shut from ${from} to ${to}: ${reason}`),
    ...gate.verify.map((name) => `the ${name} must be verified`),
    ...gate.conditions.map(
      ({ kind, expression }) => `${kind === 'require' ? 'must hold' : 'must not hold'}: ${expression}`,
    ),
    ...gate.commands.map(({ name, files }) => `the hook runs ${name} on ${files.join(', ')}`),
  ];
}

/** The waivers of a policy, one a line. */
export function explainWaivers(waivers: readonly Waiver[]): string[] {
  return waivers.map((waiver) => `${describeWaiver(waiver)} until ${waiver.expires}: ${waiver.reason}`);
}

function thresholdText({ severity, confidence, newOnly }: Threshold): string {
  if (severity === 'never') return 'its findings are shown and shut nothing';
  return `${newOnly ? 'new ' : ''}findings of ${severity} or worse, at least ${confidence} confidence, shut the gate`;
}

function ruleText({ rule, severity }: RuleOverride): string {
  return severity === 'off' ? `${rule} is off` : `${rule} counts as ${severity}`;
}

function unknownText([reason, effect]: [string, string]): string {
  const what = reason === 'default' ? 'what could not be decided' : `what could not be decided (${reason})`;
  return effect === 'error' ? `${what} shuts the gate` : `${what} is noted`;
}

function approvalText({ quorum, groups, maxAgeMillis }: NonNullable<Gate['approvals']>): string {
  const people = quorum === 1 ? '1 person' : `${quorum} people`;
  const whose = groups.length === 0 ? '' : ` of ${groups.join(' or ')}`;
  const age = maxAgeMillis === undefined ? '' : `, at most ${maxAgeMillis / 3_600_000} hours ago`;
  return `${people}${whose} must have approved${age}`;
}
