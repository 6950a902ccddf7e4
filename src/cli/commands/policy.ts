import { dirname, join, resolve } from 'node:path';
import { flatten } from '../../lib/terminal/sanitize.ts';
import type { Evidence } from '../../model/evidence.ts';
import { InputError } from '../../model/input-error.ts';
import { explainFinding } from '../../policy/explain/explain-finding.ts';
import { explainGate, explainWaivers } from '../../policy/explain/explain-gate.ts';
import { gateOf } from '../../policy/gate-of.ts';
import { warnings } from '../../policy/explain/warnings.ts';
import type { Gate, Policy } from '../../policy/policy.ts';
import { policyJsonSchema } from '../../policy/schema/policy-json-schema.ts';
import { parsePolicyTests, runPolicyTests } from '../../policy/testing/run-policy-tests.ts';
import { parseJsonReport } from '../../reports/json/parse-json-report.ts';
import { scanners } from '../../scanners/registry.ts';
import type { Command, Invocation, Terminal } from '../command.ts';
import { chooseAction, refuseMore } from '../parse-invocation.ts';
import { policyFor, type PolicyInForce } from '../policy-in-force.ts';
import { findByPrefix, readNamedFile, readReport } from '../reported-finding.ts';
import { printLines } from '../print-lines.ts';

const actions = ['check', 'explain', 'test', 'schema'] as const;

const testFile = 'portcullis.test.yaml';

export const policyCommand: Command = {
  spec: {
    name: 'policy',
    summary: 'Check, explain and test the policy: check, explain, test, schema.',
    usage: 'check|explain GATE [FINDING]|test [FILE…]|schema',
    subcommands: actions,
    details: `check reads the policy and shows what is in force, defaults included.
explain says what a gate asks for, or what it makes of a FINDING of the last run.
test runs the cases of ${testFile}; exit code 1 if one does not hold.
schema prints the JSON Schema of portcullis.yaml for editors.`,
    options: [
      { name: 'policy', value: 'FILE', summary: 'Policy file (default: portcullis.yaml of this repository).' },
      {
        name: 'report',
        value: 'FILE',
        summary: 'With explain: JSON report that has the finding (default: the last run).',
      },
      { name: 'json', summary: 'With check: the policy in force as JSON.' },
    ],
    examples: [
      { command: 'portcullis policy check', note: 'Is the file right, and what does it mean?' },
      { command: 'portcullis policy explain build 3f2a9c1d', note: 'Why does this finding shut the gate, or not?' },
      { command: 'portcullis policy test', note: 'Does the policy still decide what it is meant to?' },
    ],
  },
  async run(invocation, terminal) {
    const [word, ...words] = invocation.positionals;
    const action = chooseAction(policyCommand.spec, actions, word, 'what should be done with the policy?');
    if (action === 'check' || action === 'schema') refuseMore(policyCommand.spec, words);
    if (action === 'schema')
      return printLines([JSON.stringify(policyJsonSchema(scanners.map(({ id }) => id)), null, 2)], terminal);
    const inForce = await policyFor({ kind: 'directory', root: terminal.cwd }, invocation.value('policy'), terminal);
    if (action === 'check') return check(inForce.policy, invocation, terminal);
    if (action === 'explain') return explain(inForce.policy, words, invocation, terminal);
    return await test(inForce, words, terminal);
  },
};

function check(policy: Policy, invocation: Invocation, terminal: Terminal): number {
  if (invocation.flag('json')) return printLines([JSON.stringify(policy, null, 2)], terminal);
  const waivers = explainWaivers(policy.waivers);
  const notes = warnings(policy, terminal.now());
  return printLines(
    [
      ...Object.values(policy.gates).flatMap((gate) => [...gateLines(gate), '']),
      ...(waivers.length > 0 ? ['waivers', ...waivers.map((line) => `  ${flatten(line)}`), ''] : []),
      ...notes.map((line) => `warning: ${flatten(line)}`),
      `The policy is valid; digest ${policy.digest.slice(0, 16)}.`,
    ],
    terminal,
  );
}

function gateLines(gate: Gate): string[] {
  const lines = explainGate(gate);
  return [
    gate.name,
    ...(lines.length > 0 ? lines : ['asks for nothing, so that it never opens']).map((line) => `  ${flatten(line)}`),
  ];
}

function explain(policy: Policy, words: readonly string[], invocation: Invocation, terminal: Terminal): number {
  const [name, prefix, ...more] = words;
  if (name === undefined || more.length > 0) {
    throw new InputError('usage', 'which gate should be explained?', 'portcullis policy explain GATE [FINDING]');
  }
  const gate = gateOf(policy, name);
  if (prefix === undefined) return printLines(gateLines(gate), terminal);
  const evidence = reportedEvidence(invocation.value('report'), terminal);
  const found = findByPrefix(evidence, prefix);
  if (!found) {
    throw new InputError(
      'unknown-finding',
      `there is no finding '${prefix}' in the report`,
      'ids of findings stand in the report',
    );
  }
  const { shuts, steps } = explainFinding(gate, evidence, policy, found.index);
  const conclusion = shuts ? `So it shuts the gate ${gate.name}.` : `So it does not shut the gate ${gate.name}.`;
  return printLines([...steps.map((step) => `- ${flatten(step)}`), conclusion], terminal);
}

async function test({ policy, root }: PolicyInForce, files: readonly string[], terminal: Terminal): Promise<number> {
  const paths = files.length > 0 ? files.map((file) => resolve(terminal.cwd, file)) : [join(root, testFile)];
  let failed = 0;
  let held = 0;
  for (const path of paths) {
    const cases = parsePolicyTests(readNamedFile(path, path), path);
    const recorded = (file: string): Promise<Evidence> =>
      Promise.resolve(parseJsonReport(readNamedFile(resolve(dirname(path), file), file), terminal.now()).evidence);
    for (const { name, problems } of await runPolicyTests(cases, policy, recorded, terminal.now().toISOString())) {
      if (problems.length === 0) held++;
      else failed++;
      printLines(
        [
          `${problems.length === 0 ? 'ok  ' : 'FAIL'} ${flatten(name)}`,
          ...problems.map((line) => `       ${flatten(line)}`),
        ],
        terminal,
      );
    }
  }
  printLines([`${held} of ${held + failed} cases hold.`], terminal);
  return failed === 0 ? 0 : 1;
}

function reportedEvidence(file: string | undefined, terminal: Terminal): Evidence {
  const report = readReport(file, terminal);
  if (report) return report.evidence;
  throw new InputError(
    'no-report',
    'there is no report of an earlier run here',
    'run portcullis scan, or give --report FILE',
  );
}
