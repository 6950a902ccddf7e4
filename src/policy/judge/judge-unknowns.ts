import type { Evidence } from '../../model/evidence.ts';
import type { Gate } from '../policy.ts';
import type { CodedReason } from './reason-order.ts';

/** What a scanner could not decide never counts as a pass: it shuts the gate unless the policy settles for a note. */
export function* judgeUnknowns(gate: Gate, evidence: Evidence): Generator<CodedReason> {
  const required = new Set(gate.scanners);
  const asked = new Set([...gate.scanners, ...gate.soft]);
  for (const { scanner, reason, message, location } of evidence.unknowns) {
    if (!asked.has(scanner)) continue;
    const wanted = Object.hasOwn(gate.unknowns, reason) ? gate.unknowns[reason] : gate.unknowns['default'];
    const effect = required.has(scanner) ? (wanted ?? 'error') : 'note';
    const place =
      location === undefined
        ? ''
        : ` in ${location.uri}${location.startLine === undefined ? '' : `:${location.startLine}`}`;
    yield { code: 'unknown', effect, scanner, message: `${scanner} could not decide${place} (${reason}): ${message}` };
  }
}
