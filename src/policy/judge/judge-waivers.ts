import type { Evidence } from '../../model/evidence.ts';
import { describeWaiver } from '../waivers/describe-waiver.ts';
import { type WaiverMatcher, waiverMatcher } from '../waivers/waiver-matcher.ts';
import type { Gate, Policy } from '../policy.ts';
import { daysLeft, hasExpired } from './days.ts';
import type { CodedReason } from './reason-order.ts';
import type { Standing } from './standing.ts';

const soonDays = 14;

/** Expired waivers that are still leaned on shut the gate; those that soon will be, or serve nothing, are noted. */
export function* judgeWaivers(
  gate: Gate,
  evidence: Evidence,
  policy: Policy,
  findings: readonly Standing[],
  now: number,
): Generator<CodedReason> {
  for (const waiver of policy.waivers) {
    const matcher = waiverMatcher(waiver);
    const matching = findings.filter(({ finding, state }) => state !== 'not-asked' && matcher.matches(finding));
    const text = describeWaiver(waiver);
    if (matching.length === 0) {
      if (couldMatch(matcher, gate, evidence))
        yield { code: 'unused-waiver', effect: 'note', message: `the ${text} matches nothing any more` };
    } else if (hasExpired(waiver.expires, now)) {
      const held = matching.filter(({ state }) => state === 'counts').length;
      if (held > 0) {
        const what = held === 1 ? 'a finding' : `${held} findings`;
        yield {
          code: 'expired-waiver',
          effect: 'fail',
          message: `the ${text} expired on ${waiver.expires} and still matches ${what}`,
        };
      }
    } else if (daysLeft(waiver.expires, now) <= soonDays) {
      const left = daysLeft(waiver.expires, now);
      const when = left === 0 ? 'today' : left === 1 ? 'in 1 day' : `in ${left} days`;
      yield { code: 'expiring-waiver', effect: 'note', message: `the ${text} expires ${when}, on ${waiver.expires}` };
    }
  }
}

/** Only a look at everything, by the scanners it is about, shows that a waiver serves nothing. */
function couldMatch(matcher: WaiverMatcher, gate: Gate, evidence: Evidence): boolean {
  if (evidence.target.kind !== 'directory' && evidence.target.kind !== 'history') return false;
  return gate.scanners.some((scanner) => matcher.concerns(scanner));
}
