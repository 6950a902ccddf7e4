import { confidences, severities } from '../../model/severity.ts';
import { exitCodes } from '../../model/verdict.ts';
import { gateOf } from '../../policy/gate-of.ts';
import { scanners } from '../../scanners/registry.ts';
import type { Command } from '../command.ts';
import { evaluate } from '../evaluate.ts';
import { saveLastReport } from '../last-report.ts';
import { judgeNewOnly, newSinceFrom, newSinceOption } from '../new-since.ts';
import { outputOptions, parseOutputs, wantsColor, writeOutputs } from '../outputs.ts';
import { policyFor } from '../policy-in-force.ts';
import { scanGate } from '../scan-gate.ts';
import { noCacheOption, targetFrom, targetOptions } from '../target-options.ts';
import { validateOption, withValidation } from '../with-validation.ts';
import { pipelineOptions, withPipelineSettings } from '../with-pipeline-settings.ts';

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
      { name: 'policy', value: 'FILE', summary: 'Policy file (default: portcullis.yaml at the root of the target).' },
      validateOption,
      ...pipelineOptions,
      newSinceOption,
      ...targetOptions,
      noCacheOption,
      ...outputOptions,
    ],
    examples: [
      { command: 'portcullis scan', note: 'Everything in this directory.' },
      { command: 'portcullis scan --history', note: 'Every version of every file that git still has.' },
      { command: 'git diff | portcullis scan -', note: 'Whatever comes through a pipe.' },
      { command: 'portcullis scan -o sarif=out.sarif -o html=out.html', note: 'Two reports from one run.' },
    ],
  },
  async run(invocation, terminal) {
    const outputs = parseOutputs(invocation.values('output'), invocation.flag('json'));
    const target = await targetFrom(invocation, terminal);
    const ids = scanners.map((entry) => entry.id);
    const policy = await policyFor(target, invocation.value('policy'), terminal);
    const validated = await withValidation(policy, invocation.flag('validate'));
    const inForce = withPipelineSettings(validated, invocation, terminal);
    const newSince = newSinceFrom(invocation, target);
    const gate = scanGate(gateOf(inForce.policy, 'build'), ids, invocation);
    const asked = newSince === undefined ? gate : judgeNewOnly(gate);
    const report = await evaluate(target, asked, inForce, terminal, {
      cached: !invocation.flag('no-cache'),
      ...(newSince !== undefined && { newSince }),
    });
    saveLastReport(report, terminal.cwd);
    await writeOutputs(report, outputs, terminal, {
      reproducible: invocation.flag('reproducible'),
      color: wantsColor(invocation.flag('no-color'), terminal.env),
    });
    return exitCodes[report.verdict.outcome];
  },
};
