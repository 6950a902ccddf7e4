import { gateEvidence } from '../../engine/gate-evidence.ts';
import type { Evidence } from '../../model/evidence.ts';
import { exitCodes } from '../../model/verdict.ts';
import { gateOf } from '../../policy/gate-of.ts';
import { judge } from '../../policy/judge/judge.ts';
import { loadBaseline } from '../../policy/baseline/load-baseline.ts';
import type { Gate } from '../../policy/policy.ts';
import { scanners } from '../../scanners/registry.ts';
import type { Terminal } from '../command.ts';
import { findRepository } from '../find-repository.ts';
import { version } from '../version.ts';
import { cachedPolicy } from './cached-policy.ts';

const gateName = 'pre-commit';

/**
 * Judges what is staged, as fast as can be: no report is built and no text of a rule is loaded unless there is
 * something to say. An open gate says nothing, or one line on a terminal.
 */
export async function runHook(terminal: Terminal, wantsReceipt = false): Promise<number> {
  const started = terminal.now();
  const { root, gitDirectory } = findRepository(terminal);
  const ids = scanners.map((entry) => entry.id);
  const policy = await cachedPolicy(root, gitDirectory, ids, version);
  const gate = gateOf(policy, gateName);
  const receipts = wantsReceipt ? await import('./hook-receipt.ts') : undefined;
  const tree = receipts?.stagedTree(root, terminal);
  const collected = await gateEvidence({
    target: { kind: 'staged', root },
    gate,
    policy,
    baseline: loadBaseline(root, policy.baseline),
    now: started,
    signal: terminal.signal,
    threads: 0,
  });
  const evidence = await withCommands(collected, gate, root, terminal);
  const verdict = await judge(gate, evidence, policy);
  if (receipts && tree) receipts.leaveReceipt(await tree, verdict, evidence, version, gitDirectory, terminal);
  if (verdict.outcome === 'pass') {
    const millis = terminal.now().getTime() - started.getTime();
    if (terminal.stderr.isTTY)
      terminal.stderr.write(`portcullis: the gate is open (${evidence.target.description}, ${millis} ms)\n`);
    return exitCodes.pass;
  }
  const { showVerdict } = await import('./show-verdict.ts');
  await showVerdict(evidence, verdict, started, terminal);
  return exitCodes[verdict.outcome];
}

async function withCommands(evidence: Evidence, gate: Gate, root: string, terminal: Terminal): Promise<Evidence> {
  if (gate.commands.length === 0) return evidence;
  const { runHookCommands } = await import('./hook-commands.ts');
  return { ...evidence, commands: await runHookCommands(gate.commands, root, terminal) };
}
