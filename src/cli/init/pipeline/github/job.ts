import { comment, nest, scalar, type Line } from '../lines.ts';
import type { Pins } from '../pins.ts';
import type { Command } from '../toolchain.ts';

export interface WorkflowJob {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly minutes?: number;
  readonly needs?: readonly string[];
  /** Without a condition a job runs for every event of the workflow. */
  readonly condition?: readonly [condition: string, why: string];
  /** What its token may do, each with the reason; reading the code alone by default. */
  readonly permissions?: readonly (readonly [permission: string, why: string])[];
  /** More keys of the job. */
  readonly keys?: readonly Line[];
  readonly steps: readonly Line[];
}

/** On which branch is released. */
export interface Branch {
  readonly name: string;
}

export function job({ id, name, purpose, minutes = 30, needs, condition, permissions, keys, steps }: WorkflowJob) {
  return [
    '',
    ...comment(purpose, '  '),
    `  ${id}:`,
    ...nest(
      [
        `name: ${scalar(name)}`,
        ...(needs && needs.length > 0
          ? [[`needs: [${needs.join(', ')}]`, 'only when these have passed'] as const]
          : []),
        ...(condition ? [[`if: ${condition[0]}`, condition[1]] as const] : []),
        ['runs-on: ubuntu-24.04', 'one release of the runner, new for every job'],
        [`timeout-minutes: ${minutes}`, 'a job that hangs gives its runner back'],
        'permissions:',
        ...(permissions ?? [['contents: read', 'the code, and nothing else'] as const]).map(([text, why]): Line => [
          `  ${text}`,
          why,
        ]),
        ...(keys ?? []),
        'steps:',
        ...nest(steps),
      ],
      2,
    ),
  ] satisfies readonly Line[];
}

export function checkout(pins: Pins, depth?: 'whole'): readonly Line[] {
  return [
    [`- uses: ${pins.action('actions/checkout')}`, 'the code'],
    '  with:',
    ['    persist-credentials: false', 'later steps do not get the token'],
    ...(depth === 'whole' ? [['    fetch-depth: 0', 'all commits'] as const] : []),
  ];
}

export function run(
  { run: command, why }: Command,
  more: { readonly env?: readonly Line[]; readonly id?: string; readonly condition?: string } = {},
): readonly Line[] {
  const { env = [], id, condition } = more;
  return [
    [`- run: ${scalar(command)}`, why],
    ...(id === undefined ? [] : [`  id: ${id}`]),
    ...(condition === undefined ? [] : [[`  if: ${condition}`, 'only then'] as const]),
    ...(env.length > 0 ? ['  env:', ...nest(env, 2)] : []),
  ];
}

export function upload(pins: Pins, name: string, path: string, days: number): readonly Line[] {
  return [
    [`- uses: ${pins.action('actions/upload-artifact')}`, 'for the jobs that need it'],
    '  with:',
    `    name: ${name}`,
    `    path: ${path}`,
    ['    if-no-files-found: error', 'nothing is not a result'],
    [`    retention-days: ${days}`, 'and not for ever'],
  ];
}

export function download(pins: Pins, name: string): readonly Line[] {
  return [[`- uses: ${pins.action('actions/download-artifact')}`, 'of this run'], '  with:', `    name: ${name}`];
}

/** Results become alerts of the repository, also when the gate is shut. */
export function uploadSarif(pins: Pins, file: string, category: string): readonly Line[] {
  return [
    [`- uses: ${pins.action('github/codeql-action', 'upload-sarif')}`, 'shown where the change is reviewed'],
    [
      '  if: ${{ !cancelled() && github.event.pull_request.head.repo.fork != true }}',
      'a fork has no right to write alerts',
    ],
    '  with:',
    `    sarif_file: ${file}`,
    `    category: ${category}`,
  ];
}

/** What a job needs that writes alerts. */
export const alertPermissions = [
  ['contents: read', 'the code'],
  ['security-events: write', 'to write alerts'],
] as const;

export function released({ name }: Branch): readonly [string, string] {
  return [`github.event_name == 'push' && github.ref == 'refs/heads/${name}'`, 'only what was merged'];
}

export const changed = ["github.event_name != 'schedule'", 'for changes, not on the schedule'] as const;
