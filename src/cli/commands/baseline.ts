import { existsSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { saltFor } from '../../engine/salt.ts';
import { flatten } from '../../lib/terminal/sanitize.ts';
import { writeWhole } from '../../lib/write-whole.ts';
import { InputError } from '../../model/input-error.ts';
import type { Location } from '../../model/location.ts';
import type { Report } from '../../model/report.ts';
import type { Target } from '../../model/target.ts';
import type { Baseline, BaselineEntry } from '../../policy/baseline/baseline.ts';
import { createBaseline } from '../../policy/baseline/create-baseline.ts';
import { importLeaks } from '../../policy/baseline/import/import-leaks.ts';
import { readKnownLeaks } from '../../policy/baseline/import/read-known-leaks.ts';
import { loadBaseline } from '../../policy/baseline/load-baseline.ts';
import { pruneBaseline, updateBaseline } from '../../policy/baseline/update-baseline.ts';
import { writeBaseline } from '../../policy/baseline/write-baseline.ts';
import { gateOf } from '../../policy/gate-of.ts';
import type { Gate, Policy } from '../../policy/policy.ts';
import { compatId } from '../../scanners/secrets/compat/built-in/built-in-config.ts';
import { genericRules } from '../../scanners/secrets/generic/rules.ts';
import { secretRules } from '../../scanners/secrets/rules/all.ts';
import { openTarget } from '../../targets/open-target.ts';
import type { Command, Invocation, Terminal } from '../command.ts';
import { evaluate } from '../evaluate.ts';
import { policyFor, type PolicyInForce } from '../policy-in-force.ts';

export const baselineCommand: Command = {
  spec: {
    name: 'baseline',
    summary: 'Keep what is known apart from what is new: create, update, prune, import.',
    usage: 'create|update|prune [DIRECTORY] | import FILE [DIRECTORY]',
    subcommands: ['create', 'update', 'prune', 'import'],
    details: `create writes down all that is found now; gates that ask for new findings only let it through from then on.
update adds what is new and refreshes what is known; owner, reason and status of entries stay.
prune drops the entries that match nothing any more and lists them.
import adds what .gitleaksignore, a JSON report of gitleaks or .secrets.baseline of detect-secrets call known.
The file is .portcullis-baseline, or what the policy names; commit it, with "merge=union" in .gitattributes.`,
    options: [
      { name: 'policy', value: 'FILE', summary: 'Policy file (default: portcullis.yaml at the root of the target).' },
      { name: 'history', summary: 'Also what only earlier commits have.' },
      { name: 'force', summary: 'With create: replace the file that is there.' },
    ],
    examples: [
      { command: 'portcullis baseline create', note: 'Start with what is there today.' },
      { command: 'portcullis baseline prune', note: 'Forget what has been dealt with.' },
      { command: 'portcullis baseline import .secrets.baseline', note: 'Take over what detect-secrets knew.' },
    ],
  },
  async run(invocation, terminal) {
    const [action, ...names] = invocation.positionals;
    const file = action === 'import' ? names.shift() : undefined;
    const [directory, ...more] = names;
    if (action === 'import') {
      if (file === undefined || more.length > 0) {
        throw new InputError('usage', 'what should be imported?', 'portcullis baseline import FILE [DIRECTORY]');
      }
      return await importFile(file, resolve(terminal.cwd, directory ?? '.'), invocation, terminal);
    }
    if ((action !== 'create' && action !== 'update' && action !== 'prune') || more.length > 0) {
      throw new InputError(
        'usage',
        'what should be done with the baseline?',
        'portcullis baseline create, update, prune or import',
      );
    }
    const root = resolve(terminal.cwd, directory ?? '.');
    const target = targetOf(root, invocation);
    const inForce = await policyFor(target, invocation.value('policy'), terminal);
    const place = placeOf(inForce);
    const present = loadBaseline(inForce.root, inForce.policy.baseline);
    if (action === 'create' && present && !invocation.flag('force')) {
      throw new InputError(
        'baseline-exists',
        `${place.name} is there already`,
        'portcullis baseline update, or --force',
      );
    }
    if (action !== 'create' && !present) {
      throw new InputError('no-baseline', `there is no ${place.name}`, 'portcullis baseline create');
    }
    const report = await evaluate(target, everyScanner(inForce.policy), inForce, terminal);
    refuseIncomplete(report);
    if (!present || action === 'create') return await create(report, target, inForce, present, place, terminal);
    return action === 'update' ? update(report, present, place, terminal) : prune(report, present, place, terminal);
  },
};

function targetOf(root: string, invocation: Invocation): Target {
  return invocation.flag('history') ? { kind: 'history', root } : { kind: 'directory', root };
}

/** Adds what another scanner's file calls known to the baseline, which need not be there yet. */
async function importFile(file: string, root: string, invocation: Invocation, terminal: Terminal): Promise<number> {
  const source = basename(file);
  const leaks = readKnownLeaks(readInput(resolve(terminal.cwd, file), file), file);
  const target = targetOf(root, invocation);
  const inForce = await policyFor(target, invocation.value('policy'), terminal);
  const place = placeOf(inForce);
  const present = loadBaseline(inForce.root, inForce.policy.baseline);
  const gate: Gate = { ...everyScanner(inForce.policy), scanners: ['secrets'] };
  const report = await evaluate(target, gate, inForce, terminal);
  refuseIncomplete(report);
  const salt = present?.salt ?? inForce.policy.salt ?? saltFor(await openTarget(target, terminal.signal), undefined);
  const names = new Map([...secretRules, ...genericRules].map((rule) => [rule.id, compatId(rule)]));
  const { baseline, matched, unmatched } = importLeaks(
    { salt, entries: present?.entries ?? [] },
    leaks,
    report.evidence.findings,
    {
      lineAt: createLineReader(inForce.root),
      foreignRule: (ruleId) => names.get(ruleId) ?? ruleId,
      source,
    },
  );
  write(place, baseline);
  for (const { file: path, line, rule, commit } of unmatched) {
    const at = [path, line ?? []].flat().join(':');
    say(terminal, flatten(`not found: ${at} ${rule}${commit === undefined ? '' : ` in ${commit.slice(0, 12)}`}`));
  }
  if (unmatched.length > 0) {
    const hint = unmatched.some(({ commit }) => commit !== undefined) ? ', --history looks at earlier commits' : '';
    say(terminal, `What was not found lets nothing through; prune drops it${hint}.`);
  }
  return say(
    terminal,
    `${place.name} has ${entries(baseline.entries.length)} now; ${matched} of ${leaks.length} in ${source} found again.`,
  );
}

const maxInput = 256 * 1024 * 1024;

function readInput(path: string, name: string): string {
  try {
    if (statSync(path).size > maxInput) throw new InputError('import', `${name} is larger than 256 MB`);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError('import', `can not read ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Lines of the files that were scanned; the last file stays in memory. */
function createLineReader(root: string): (location: Location) => string | undefined {
  let last: { readonly uri: string; readonly lines: readonly string[] } | undefined;
  return ({ uri, startLine, commit }) => {
    if (commit !== undefined || startLine === undefined) return undefined;
    if (last?.uri !== uri) {
      const path = join(root, uri);
      const lines = existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'utf8').split(/\r?\n/) : [];
      last = { uri, lines };
    }
    return last.lines[startLine - 1];
  };
}

interface Place {
  readonly name: string;
  readonly path: string;
}

async function create(
  { evidence }: Report,
  target: Target,
  { policy }: PolicyInForce,
  present: Baseline | undefined,
  place: Place,
  terminal: Terminal,
): Promise<number> {
  const salt = present?.salt ?? policy.salt ?? saltFor(await openTarget(target, terminal.signal), undefined);
  const baseline = createBaseline(evidence.findings, salt);
  write(place, baseline);
  return say(terminal, `${place.name} has ${entries(baseline.entries.length)} now; commit it.`);
}

function update({ evidence }: Report, present: Baseline, place: Place, terminal: Terminal): number {
  const baseline = updateBaseline(present, evidence.findings);
  write(place, baseline);
  const before = present.entries.length;
  return say(terminal, `${place.name} has ${entries(baseline.entries.length)} now, ${before} before.`);
}

function prune({ evidence }: Report, present: Baseline, place: Place, terminal: Terminal): number {
  const { baseline, stale } = pruneBaseline(present, evidence.findings);
  write(place, baseline);
  for (const entry of stale) say(terminal, `gone: ${describe(entry)}`);
  return say(
    terminal,
    `${place.name} has ${entries(baseline.entries.length)} now; ${stale.length} matched nothing any more.`,
  );
}

/** All that any gate looks at. */
function everyScanner(policy: Policy): Gate {
  const gates = Object.values(policy.gates);
  const scanners = [...new Set(gates.flatMap((gate) => [...gate.scanners, ...gate.soft]))];
  const { budgetMillis: _budget, ...build } = gateOf(policy, 'build');
  return { ...build, name: 'baseline', scanners, soft: [] };
}

/** A baseline of half a look would call the other half new, or forget it. */
function refuseIncomplete({ evidence }: Report): void {
  const bad = evidence.runs.find(({ status }) => status === 'failed' || status === 'partial');
  if (!bad) return;
  const because = bad.reason === undefined ? '' : `: ${bad.reason}`;
  throw new InputError(
    'incomplete',
    `${bad.scanner} did not look at everything${because}`,
    'the baseline stays as it was',
  );
}

/** @throws InputError when a link would lead the file out of the repository */
function placeOf({ policy, root }: PolicyInForce): Place {
  const path = join(root, policy.baseline);
  const folder = dirname(path);
  if (existsSync(folder)) {
    const way = relative(realpathSync(root), realpathSync(folder));
    if (isAbsolute(way) || way === '..' || way.startsWith(`..${sep}`)) {
      throw new InputError(
        'outside',
        `${policy.baseline} leads out of the repository`,
        'change "baseline" in the policy',
      );
    }
  }
  return { name: policy.baseline, path };
}

function write({ path, name }: Place, baseline: Baseline): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, [writeBaseline(baseline)]);
  } catch (error) {
    throw new InputError('output', `can not write ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function describe({ rule, fingerprints: [first], owner, reason }: BaselineEntry): string {
  const who = owner === undefined ? '' : `, ${owner}`;
  const why = reason === undefined ? '' : `: ${reason}`;
  return flatten(`${rule} ${first?.kind ?? ''}:${first?.value ?? ''}${who}${why}`);
}

function entries(count: number): string {
  return count === 1 ? '1 entry' : `${count} entries`;
}

function say(terminal: Terminal, line: string): number {
  terminal.stdout.write(`${line}\n`);
  return 0;
}
