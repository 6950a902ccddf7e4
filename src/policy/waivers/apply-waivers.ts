import type { Finding } from '../../model/finding.ts';
import { hasExpired } from '../judge/days.ts';
import type { Policy, Waiver } from '../policy.ts';
import { type WaiverMatcher, waiverMatcher } from './waiver-matcher.ts';

/**
 * Suppresses what a waiver lets through, by the first that matches and has not expired. What is suppressed already
 * stays as it is.
 * @param now ISO time
 */
export function applyWaivers(findings: readonly Finding[], policy: Policy, now: string): Finding[] {
  const time = Date.parse(now);
  const valid = policy.waivers
    .filter((waiver) => !Number.isNaN(time) && !hasExpired(waiver.expires, time))
    .map((waiver): [Waiver, WaiverMatcher] => [waiver, waiverMatcher(waiver)]);
  return findings.map((finding) => {
    if (finding.suppression) return finding;
    const waiver = valid.find(([, matcher]) => matcher.matches(finding))?.[0];
    if (!waiver) return finding;
    const { reason, owner, expires } = waiver;
    return { ...finding, suppression: { kind: 'waiver', reason, owner, expires } };
  });
}
