import { InputError } from '../model/input-error.ts';
import { confidences, severities } from '../model/severity.ts';
import type { Gate } from '../policy/policy.ts';
import type { Invocation } from './command.ts';
import { checkChoice } from './parse-invocation.ts';

/** The build gate's thresholds over the scanners asked for; without its approvals, windows and commands, which are for builds. */
export function scanGate(build: Gate, ids: readonly string[], invocation: Invocation): Gate {
  const only = invocation
    .values('only')
    .flatMap((word) => word.split(','))
    .filter((word) => word !== '');
  for (const id of only) checkChoice(id, ids, '--only');
  const severity = invocation.value('fail-on');
  const confidence = invocation.value('confidence');
  const { approvals: _approvals, budgetMillis: _budget, ...rest } = build;
  return {
    ...rest,
    name: 'scan',
    scanners: only.length > 0 ? only : ids,
    soft: [],
    windows: [],
    freezes: [],
    verify: [],
    conditions: [],
    commands: [],
    ...(severity !== undefined && { overrides: {} }),
    failOn: {
      ...build.failOn,
      ...(severity !== undefined && { severity: oneOf(severity, [...severities, 'never'] as const) }),
      ...(confidence !== undefined && { confidence: oneOf(confidence, confidences) }),
    },
  };
}

function oneOf<T extends string>(word: string, words: readonly T[]): T {
  const found = words.find((candidate) => candidate === word);
  if (found === undefined) throw new InputError('unknown-value', `'${word}' is not known`);
  return found;
}
