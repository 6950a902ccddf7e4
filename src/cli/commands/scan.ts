import { confidences, severities } from '../../model/severity.ts';
import { gateOf } from '../../policy/gate-of.ts';
import { scanners } from '../../scanners/registry.ts';
import type { Command } from '../command.ts';
import { judgementOptions, judgeTarget, policyAsAsked } from '../judge-target.ts';
import { scanGate } from '../scan-gate.ts';
import { targetFrom } from '../target-options.ts';

export const scanCommand: Command = {
  spec: {
    name: 'scan',
    summary: 'Look at a target with every scanner that can, and say what is wrong with it.',
    usage: '[TARGET…]',
    details: 'TARGET is a directory (default: the current one), files, or - for standard input.',
    options: [
      { name: 'only', value: 'SCANNER', repeat: true, summary: 'Only this scanner; repeat or separate by comma.' },
      {
        name: 'fail-on',
        value: 'SEVERITY',
        choices: [...severities, 'never'],
        summary: 'Exit 1 from this severity on (default: as the build gate).',
      },
      { name: 'confidence', value: 'LEVEL', choices: confidences, summary: 'Least confidence that counts.' },
      ...judgementOptions,
    ],
    examples: [
      { command: 'portcullis scan', note: 'Everything in this directory.' },
      { command: 'portcullis scan --history', note: 'Every version of every file that git still has.' },
      { command: 'git diff | portcullis scan -', note: 'Whatever comes through a pipe.' },
      { command: 'portcullis scan -o sarif=out.sarif -o html=out.html', note: 'Two reports from one run.' },
    ],
  },
  async run(invocation, terminal) {
    const target = await targetFrom(invocation, terminal);
    const inForce = await policyAsAsked(target, invocation, terminal);
    const ids = scanners.map((entry) => entry.id);
    const gate = scanGate(gateOf(inForce.policy, 'build'), ids, invocation);
    return await judgeTarget({ target, gate, inForce }, invocation, terminal);
  },
};
