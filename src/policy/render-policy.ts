import { defaultPolicy } from './default-policy.ts';
import type { GateDocument } from './schema/policy-schema.ts';

/** What `init` found in the repository. */
export interface PolicyDraft {
  /** Ids of the scanners that exist. */
  readonly scanners: readonly string[];
  /** Names for people of what the repository holds: `TypeScript`, `Terraform`, `GitHub Actions`. */
  readonly found?: readonly string[];
  /** Directories of code that is not the project's own. */
  readonly exclude?: readonly string[];
  /** The project's own linters and formatters. */
  readonly commands?: readonly DraftCommand[];
}

export interface DraftCommand {
  readonly name: string;
  readonly run: readonly string[];
  readonly files: readonly string[];
  readonly fix?: boolean;
}

const purposes: Readonly<Record<string, string>> = {
  'pre-commit': 'Before each commit, on what is staged. The build gate decides what this one leaves undecided.',
  build: 'On every build.',
  test: 'On what is about to run: infrastructure as code and images.',
  deploy: 'Before a deployment. Known findings count here too.',
  'post-deploy': 'On what runs, as new advisories come out.',
};

/** The text of a portcullis.yaml to start from: the default policy, with a word on each part. */
export function renderPolicy(draft: PolicyDraft): string {
  const base = defaultPolicy(draft.scanners);
  const exclude = [...base.paths.exclude, ...(draft.exclude ?? [])];
  return [
    '# What the gates of this repository ask for. A key that is left out keeps its default.',
    '# Every key is described in docs/policy.md; check this file with: portcullis policy check',
    ...(draft.found && draft.found.length > 0 ? [`# Found here: ${draft.found.join(', ')}.`] : []),
    'version: 1',
    '',
    'gates:',
    ...Object.entries(base.gates).flatMap(([name, gate]) => renderGate(name, gate, draft)),
    'paths:',
    '  # Not scanned at all. Patterns as in .gitignore.',
    `  exclude: ${list(exclude)}`,
    '  # Test code: what only looks like a secret is judged more mildly there.',
    '  test:',
    ...base.paths.test.map((glob) => `    - ${scalar(glob)}`),
    '',
    '# Findings known on the day the gates were introduced: portcullis baseline create',
    `baseline: ${base.baseline}`,
    '',
    '# Findings that are let through until a day. Once it has passed, the gate fails until somebody looks again.',
    'waivers: []',
    '#  - rule: secrets/generic-password',
    '#    path: docs/**',
    '#    owner: jo@example.com',
    '#    reason: samples that open nothing',
    '#    expires: 2027-01-31',
    '',
  ].join('\n');
}

function renderGate(name: string, gate: GateDocument, draft: PolicyDraft): string[] {
  const purpose = `  # ${purposes[name] ?? ''}`;
  const asks = (gate.scanners ?? []).length > 0 || gate.approvals !== undefined;
  if (!asks) return [purpose, `  # ${name}: no scanner for this exists in this version.`, ''];
  const commands = name === 'pre-commit' ? renderCommands(draft.commands ?? []) : [];
  return [
    purpose,
    `  ${name}:`,
    ...Object.entries(gate).flatMap(([key, value]) => renderKey(key, value)),
    ...commands,
    '',
  ];
}

function renderKey(key: string, value: unknown): string[] {
  if (Array.isArray(value) && value.length === 0) return [];
  return [`    ${key}: ${flow(value)}`];
}

function renderCommands(commands: readonly DraftCommand[]): string[] {
  if (commands.length === 0) return [];
  const lines = commands.map(
    ({ name, run, files, fix }) => `      - ${flow({ name, run, files, ...(fix === true && { fix }) })}`,
  );
  return ['    # Run by the hook on the staged files that match.', '    commands:', ...lines];
}

function flow(value: unknown): string {
  if (Array.isArray(value)) return list(value);
  if (typeof value !== 'object' || value === null) return scalar(value);
  return `{ ${Object.entries(value)
    .map(([key, part]) => `${key}: ${flow(part)}`)
    .join(', ')} }`;
}

function list(values: readonly unknown[]): string {
  return `[${values.map(flow).join(', ')}]`;
}

/** Quoted unless every YAML reader takes it for the same text. */
function scalar(value: unknown): string {
  if (typeof value !== 'string' || /^(true|false|null|yes|no|on|off|y|n)$/i.test(value)) return JSON.stringify(value);
  return /^[A-Za-z][\w./-]*$|^\d+[a-z]+$/.test(value) ? value : JSON.stringify(value);
}
