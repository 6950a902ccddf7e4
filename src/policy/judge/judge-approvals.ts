import type { Evidence } from '../../model/evidence.ts';
import type { ApprovalRule } from '../policy.ts';
import type { CodedReason } from './reason-order.ts';

/** Whether enough different people approved. */
export function* judgeApprovals(rule: ApprovalRule, evidence: Evidence, now: number): Generator<CodedReason> {
  const people = new Set<string>();
  for (const { by, groups, at } of evidence.approvals) {
    const age = now - Date.parse(at);
    const isCurrent = age >= 0 && age <= (rule.maxAgeMillis ?? Infinity);
    const isEntitled = rule.groups.length === 0 || groups.some((group) => rule.groups.includes(group));
    if (isCurrent && isEntitled) people.add(by);
  }
  if (people.size >= rule.quorum) return;
  const whose = rule.groups.length === 0 ? '' : ` of ${rule.groups.join(' or ')}`;
  const has = people.size === 0 ? 'none' : `${people.size} (${[...people].sort().join(', ')})`;
  yield {
    code: 'approval',
    effect: 'fail',
    message: `needs ${rule.quorum} approval${rule.quorum === 1 ? '' : 's'}${whose}, has ${has}`,
  };
}
