import { InputError } from '../../model/input-error.ts';
import { gateOf } from '../../policy/gate-of.ts';
import type { Gate } from '../../policy/policy.ts';
import { checkReceipts, receiptsCheck } from '../check-receipts.ts';
import type { Command } from '../command.ts';
import { judgementOptions, judgeTarget, policyAsAsked } from '../judge-target.ts';
import { targetFrom } from '../target-options.ts';

export const gateCommand: Command = {
  spec: {
    name: 'gate',
    summary: 'Judge a target by a gate of the policy; exit code 0 open, 1 shut, 2 undecided.',
    usage: 'GATE [TARGET…]',
    subcommands: ['pre-commit', 'build', 'test', 'deploy', 'post-deploy'],
    details: `GATE is pre-commit, build, test, deploy, post-deploy or a gate of your own in portcullis.yaml.
TARGET is a directory (default: the current one), files, or - for standard input. The gate pre-commit judges what is staged.`,
    options: [
      {
        name: 'require-receipts',
        summary: 'Shut when a commit went around the pre-commit gate (see hook install --receipts).',
      },
      {
        name: 'receipts-range',
        value: 'A..B',
        summary: 'Which commits need a receipt (default: origin/HEAD..HEAD, else all).',
      },
      ...judgementOptions,
    ],
    examples: [
      { command: 'portcullis gate pre-commit', note: 'May this be committed?' },
      {
        command: 'portcullis gate build -o sarif=portcullis.sarif -o terminal',
        note: 'The gate of a build job, with a report for the platform.',
      },
      {
        command: 'portcullis gate build --new-since origin/main',
        note: 'Judge everything, shut only for what this branch brings.',
      },
    ],
  },
  async run(invocation, terminal) {
    const [name, ...targets] = invocation.positionals;
    if (name === undefined) {
      throw new InputError('usage', 'which gate?', 'portcullis gate pre-commit, build, test, deploy or post-deploy');
    }
    const target = await targetFrom({ ...invocation, positionals: targets }, terminal);
    const judged =
      name === 'pre-commit' && target.kind === 'directory' ? ({ kind: 'staged', root: target.root } as const) : target;
    const inForce = await policyAsAsked(judged, invocation, terminal);
    const gate = gateOf(inForce.policy, name);
    const range = invocation.value('receipts-range');
    const required = invocation.flag('require-receipts') || range !== undefined || gate.verify.includes(receiptsCheck);
    if (!required) return await judgeTarget({ target: judged, gate, inForce }, invocation, terminal);
    const verifications = [await checkReceipts(inForce.root, range, inForce.policy.signers, terminal)];
    return await judgeTarget(
      { target: judged, gate: withReceipts(gate), inForce, verifications },
      invocation,
      terminal,
    );
  },
};

function withReceipts(gate: Gate): Gate {
  return gate.verify.includes(receiptsCheck) ? gate : { ...gate, verify: [...gate.verify, receiptsCheck] };
}
