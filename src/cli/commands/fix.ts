import { flatten } from '../../lib/terminal/sanitize.ts';
import { unifiedDiff } from '../../lib/text/unified-diff.ts';
import { InputError } from '../../model/input-error.ts';
import type { Evidence } from '../../model/evidence.ts';
import { gateOf } from '../../policy/gate-of.ts';
import { scanners } from '../../scanners/registry.ts';
import type { Command, Invocation, Terminal } from '../command.ts';
import { evaluate } from '../evaluate.ts';
import { EditableFiles } from '../fix/editable-files.ts';
import { planRound, type Repair } from '../fix/file-edits.ts';
import { repair, type Look } from '../fix/repair.ts';
import { policyFor } from '../policy-in-force.ts';
import { scanGate } from '../scan-gate.ts';
import { targetFrom } from '../target-options.ts';
import { pipelineOptions, withPipelineSettings } from '../with-pipeline-settings.ts';

export const fixCommand: Command = {
  spec: {
    name: 'fix',
    summary: 'Repair what can be repaired in place, with the smallest edits.',
    usage: '[DIRECTORY]',
    details: `Only edits that keep what the files are meant to do are made; --unsafe also makes those that need a review.
Each is checked: if the finding is not gone, or something new is found, the file is put back.`,
    options: [
      { name: 'dry-run', summary: 'Write nothing; print what would change as a unified diff.' },
      { name: 'unsafe', summary: 'Also make edits that somebody should look at.' },
      { name: 'rule', value: 'RULE', repeat: true, summary: 'Only findings of this rule.' },
      { name: 'only', value: 'SCANNER', repeat: true, summary: 'Only this scanner; repeat or separate by comma.' },
      ...pipelineOptions,
      { name: 'policy', value: 'FILE', summary: 'Policy file (default: portcullis.yaml at the root of the target).' },
    ],
    examples: [
      { command: 'portcullis fix --dry-run', note: 'What would change?' },
      {
        command: 'portcullis fix --unsafe --rule pipeline/image-mutable',
        note: 'One rule, edits to review with git diff.',
      },
    ],
  },
  async run(invocation, terminal) {
    const target = await targetFrom(invocation, terminal);
    if (target.kind !== 'directory') throw new InputError('usage', 'only a directory can be repaired');
    const found = await policyFor(target, invocation.value('policy'), terminal);
    const policy = withPipelineSettings(found, invocation, terminal);
    const ids = scanners.map((entry) => entry.id);
    const gate = scanGate(gateOf(policy.policy, 'build'), ids, invocation);
    const look: Look = async () => (await evaluate(target, gate, policy, terminal)).evidence;
    const files = new EditableFiles(target.root);
    const repairsOf: Choose = (found) => chooseRepairs(found, invocation);
    if (invocation.flag('dry-run')) return preview(await look(), files, repairsOf, terminal);
    const { applied, refused, left } = await repair(files, look, repairsOf);
    for (const one of applied) say(`fixed ${describe(one)}`, terminal);
    for (const one of refused) say(`left  ${describe(one)}: the edit did not help and was taken back`, terminal);
    const open = left.findings.filter(({ suppression }) => !suppression).length;
    say(`${applied.length} fixed, ${open} ${open === 1 ? 'finding' : 'findings'} left`, terminal);
    return 0;
  },
};

type Found = Pick<Evidence, 'findings' | 'unknowns'>;
type Choose = (found: Found) => readonly Repair[];

function chooseRepairs({ findings }: Found, invocation: Invocation): readonly Repair[] {
  const rules = invocation.values('rule');
  return findings.flatMap((finding): readonly Repair[] => {
    if (finding.suppression || (rules.length > 0 && !rules.includes(finding.ruleId))) return [];
    const fix = finding.fixes?.find(({ safe }) => safe || invocation.flag('unsafe'));
    return fix ? [{ finding, fix }] : [];
  });
}

function preview(found: Found, files: EditableFiles, repairsOf: Choose, terminal: Terminal): number {
  const all = repairsOf(found);
  const { repairs, splices } = planRound(all, (uri) => files.read(uri));
  for (const [uri, own] of [...splices].sort(([a], [b]) => (a < b ? -1 : 1))) {
    terminal.stdout.write(unifiedDiff(uri, files.read(uri)?.text ?? '', own));
  }
  for (const one of repairs) terminal.stderr.write(`would fix ${flatten(describe(one))}\n`);
  const later = all.length - repairs.length;
  if (later > 0) terminal.stderr.write(`${later} more touch the same text and would follow\n`);
  return 0;
}

function describe({ finding, fix }: Repair): string {
  const [{ uri, startLine = 1 }] = finding.locations;
  return `${uri}:${startLine} ${finding.ruleId}: ${fix.description}`;
}

function say(text: string, terminal: Terminal): void {
  terminal.stdout.write(`${flatten(text)}\n`);
}
