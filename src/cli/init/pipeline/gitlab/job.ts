import { comment, nest, scalar, type Line } from '../lines.ts';
import type { ImageName, Pins } from '../pins.ts';
import type { Command } from '../toolchain.ts';

/** A job with what is said of it before it. */
export function job(name: string, purpose: string, lines: readonly Line[]): readonly Line[] {
  return ['', ...comment(purpose), `${name}:`, ...nest(lines)];
}

/** The templates at the top of the file: for changes, for what leaves the pipeline. */
export const changed = ['extends: .change', 'for changes, not on the schedule'] as const;
export const released = ['extends: .release', 'only what was merged'] as const;

/** The condition of a rule that holds for what was merged. */
export const merged = '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH && $CI_PIPELINE_SOURCE == "push"';

/** Images whose entry point is not a shell. */
const withEntrypoint: ReadonlySet<ImageName> = new Set(['trivy', 'buildkit', 'crane', 'terraform']);

export function imageLines(name: ImageName, pins: Pins): readonly Line[] {
  const pinned = pins.image(name);
  if (!withEntrypoint.has(name)) return [[`image: ${pinned}`, 'the digest decides, the tag is for people']];
  return [
    'image:',
    [`  name: ${pinned}`, 'the digest decides, the tag is for people'],
    ["  entrypoint: ['']", 'a shell, not the program'],
  ];
}

export function script(commands: readonly Command[], key = 'script'): readonly Line[] {
  return [`${key}:`, ...commands.map(({ run, why }): Line => [`  - ${scalar(run)}`, why])];
}

/** Reports and files that a job leaves: only for developers of the project, and not for ever. */
export function artifacts(what: {
  readonly paths?: readonly string[];
  readonly reports?: Readonly<Record<string, string>>;
  readonly days?: number;
}): readonly Line[] {
  const { paths = [], reports = {}, days = 7 } = what;
  const named = Object.entries(reports);
  return [
    'artifacts:',
    ['  access: developer', 'not for everybody who can see the project'],
    [`  expire_in: ${days} day${days === 1 ? '' : 's'}`, 'and not for ever'],
    ...(named.length > 0 ? ([['  when: always', 'a report counts most when the gate is shut']] as const) : []),
    ...(paths.length > 0 ? ['  paths:', ...paths.map((path) => `    - ${scalar(path)}`)] : []),
    ...(named.length > 0
      ? [
          ['  reports:', 'shown where the change is reviewed'] as const,
          ...named.map(([kind, path]) => `    ${kind}: ${scalar(path)}`),
        ]
      : []),
  ];
}
