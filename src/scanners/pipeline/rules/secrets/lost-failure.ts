import type { ShellCommand } from '../../../../lib/shell/shell-command.ts';
import type { IssueFix, PipelineRule } from '../../rule.ts';
import type { TracedCommand } from '../../taint/job-taint.ts';
import { fetchedBy } from '../../taint/secret-commands.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

/** Commands that ask another machine, and so fail one day. */
const remote: ReadonlySet<string> = new Set([
  'aws',
  'az',
  'gcloud',
  'vault',
  'op',
  'kubectl',
  'helm',
  'terraform',
  'tofu',
  'curl',
  'wget',
  'docker',
  'gh',
  'glab',

  'ssh',
  'doctl',
  'heroku',
  'sops',
  'doppler',
  'skopeo',
  'crane',
  'oras',
  'cosign',
  'pulumi',
  'psql',
  'mysql',
]);

export const lostFailure: PipelineRule = {
  id: 'pipeline/lost-failure',
  title: 'Failure of a command is lost in an export',
  severity: 'medium',
  confidence: 'high',
  cwe: [252, 391],
  tags: ['CICD-SEC-7'],
  why: '`export X=$(command)` has the exit status of `export`, which is always 0: the job goes on with an empty value, without the token, the digest or the password.',
  fix: 'Assign first and export after: `X=$(command)`, then `export X`.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabScript(
      'export DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db --query SecretString --output text)',
    ),
    gitlabScript('deploy() {\n  local pod=$(kubectl get pod -o name)\n}'),
    githubScript([], 'export VERSION=$(curl -fsS https://example.org/version)'),
    githubScript([], 'declare -r DIGEST="$(crane digest app:1)"'),
  ],
  good: [
    gitlabScript(
      'DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db)\nexport DB_PASSWORD',
      'export TODAY=$(date +%F) HERE=$(pwd)',
    ),
    gitlabScript(
      'export URL="https://example.org/$CI_COMMIT_SHA"',
      'export X=$(aws sts get-caller-identity) || exit 1; [ -n "$X" ] || exit 1',
    ),
    githubScript([], 'VERSION=$(curl -fsS https://example.org/version)', 'export VERSION'),
    githubScript([], 'export HERE=$(git rev-parse --show-toplevel)'),
  ],
  checks: {
    *job(job, pipeline, audit) {
      for (const site of audit.taint(pipeline).of(job).commands()) {
        const { command, text } = site;
        const lost = lostIn(command);
        if (!lost || isChecked(site, lost.what)) continue;
        const fixes = splitting(site);
        yield {
          at: text.range(command.start, command.end),
          message: `when ${lost.by} fails, ${command.name ?? ''} hides it and ${lost.what} is empty`,
          ...(fixes && { fixes }),
        };
      }
    },
  },
};

const declarations: ReadonlySet<string> = new Set(['export', 'local', 'declare', 'readonly', 'typeset']);

function lostIn({
  name = '',
  args,
  assignments,
}: ShellCommand): { readonly what: string; readonly by: string } | undefined {
  if (!declarations.has(name)) return undefined;
  const values = assignments.flatMap(({ name: what, value }) => (value ? [{ what, value }] : []));
  const others = args.filter(({ prefix }) => prefix === '').map((value) => ({ what: 'what it prints', value }));
  for (const { what, value } of [...values, ...others]) {
    for (const { kind, commands = [] } of value.expansions) {
      const asked =
        kind === 'command' ? commands.find((inner) => remote.has(inner.name ?? '') && decides(inner)) : undefined;
      if (asked) return { what, by: fetchedBy(asked) ?? asked.name ?? '' };
    }
  }
  return undefined;
}

/** A command with `|| default` has been thought of. */
function decides({ frames }: ShellCommand): boolean {
  return !frames.some(({ kind }) => kind === 'or-left' || kind === 'or-right' || kind === 'condition');
}

/** Whether the script looks at the value afterwards: `[ -n "$X" ]`, `${X:?}`. */
function isChecked({ text, command }: TracedCommand, variable: string): boolean {
  const after = text.program.text.slice(command.end, command.end + 2000);
  if (!/^\w+$/.test(variable)) return false;
  return new RegExp(`(?:-[nz]\\s+"?\\$\\{?${variable}\\b|\\$\\{${variable}:?\\?)`).test(after);
}

/** `export X=$(…)` alone on its line becomes `X=$(…); export X`. */
function splitting({ command, text, step, path }: TracedCommand): readonly IssueFix[] | undefined {
  const { name = '', args, assignments, frames, start, end } = command;
  const [only, ...others] = assignments;
  const options = args.filter(({ prefix }) => prefix.startsWith('-'));
  const alone = frames.every(({ kind }) => kind === 'function' || kind === 'branch' || kind === 'loop');
  if (!only?.value || others.length > 0 || args.length !== 1 || options.length > 0 || !alone || path !== undefined)
    return undefined;
  if (name !== 'export' && name !== 'local') return undefined;
  const head = text.range(start, only.start);
  const tail = text.range(end - 1, end);
  const { source } = head;
  const scalar = step.script.scalars.find(({ range }) => range.start <= head.start && tail.end <= range.end);
  // Only where the script stands in the file as it is: in quotes or folds an offset says less.
  if (
    !scalar ||
    scalar.style === 'double' ||
    source.text.slice(head.start, tail.end) !== text.program.text.slice(start, end)
  )
    return undefined;
  const edits =
    name === 'export'
      ? ([
          { at: head, text: '' },
          { at: { source, start: tail.end, end: tail.end }, text: `; export ${only.name}` },
        ] as const)
      : ([{ at: head, text: `local ${only.name}; ` }] as const);
  return [{ description: `assign ${only.name} in a command of its own`, safe: true, edits }];
}
