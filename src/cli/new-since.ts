import { realpathSync } from 'node:fs';
import { InputError } from '../model/input-error.ts';
import type { Target } from '../model/target.ts';
import type { Gate, Threshold } from '../policy/policy.ts';
import type { Invocation, Option } from './command.ts';
import { findGitDirectory } from './find-repository.ts';

export const newSinceOption: Option = {
  name: 'new-since',
  value: 'REV',
  summary: 'Only what was not there yet where HEAD parted from REV shuts the gate.',
};

/**
 * The revision to compare with.
 * @throws InputError when the target's paths can not be compared with those of the repository
 */
export function newSinceFrom(invocation: Invocation, target: Target): string | undefined {
  const revision = invocation.value('new-since');
  if (revision === undefined) return undefined;
  const isTop = 'root' in target && findGitDirectory(realpathSync(target.root))?.root === realpathSync(target.root);
  if (!isTop || target.kind === 'history') {
    const hint = 'leave TARGET out at the top of the work tree';
    throw new InputError('usage', '--new-since compares the whole work tree with a revision', hint);
  }
  return revision;
}

export function judgeNewOnly(gate: Gate): Gate {
  const newOnly = (threshold: Threshold): Threshold => ({ ...threshold, newOnly: true });
  const overrides = Object.fromEntries(Object.entries(gate.overrides).map(([id, one]) => [id, newOnly(one)]));
  return { ...gate, failOn: newOnly(gate.failOn), overrides };
}
