import type { Evidence } from '../../model/evidence.ts';
import type { Gate } from '../policy.ts';
import type { CodedReason } from './reason-order.ts';

/** Whether what others check about the artifact was checked and holds. */
export function* judgeVerifications(gate: Gate, evidence: Evidence): Generator<CodedReason> {
  for (const name of gate.verify) {
    const results = (evidence.verifications ?? []).filter((verification) => verification.name === name);
    if (results.length === 0) {
      yield { code: 'verification', effect: 'error', message: `nothing has verified the ${name}` };
    }
    for (const { outcome, message } of results) {
      const because = message === undefined ? '' : `: ${message}`;
      if (outcome === 'refuted')
        yield { code: 'verification', effect: 'fail', message: `the ${name} does not hold${because}` };
      if (outcome === 'unknown')
        yield { code: 'verification', effect: 'error', message: `the ${name} could not be verified${because}` };
    }
  }
}

/** Whether the project's own programs were content. Only the hook runs them; elsewhere they are noted. */
export function* judgeCommands(gate: Gate, evidence: Evidence): Generator<CodedReason> {
  if (!evidence.commands) {
    const names = gate.commands.map(({ name }) => name).join(', ');
    if (names !== '') yield { code: 'deferred', effect: 'note', message: `commands run in the hook only: ${names}` };
    return;
  }
  for (const { name } of gate.commands) {
    const run = evidence.commands.find((command) => command.name === name);
    const because = run?.reason === undefined ? '' : `: ${run.reason}`;
    if (run?.exitCode === undefined)
      yield { code: 'command', effect: 'error', message: `${name} did not run${because}` };
    else if (run.exitCode !== 0)
      yield { code: 'command', effect: 'fail', message: `${name} ended with ${run.exitCode}${because}` };
  }
}
