import type { Line } from '../lines.ts';
import type { Pins } from '../pins.ts';
import { pathIn, wordOf } from '../project.ts';
import type { Command, Toolchain } from '../toolchain.ts';
import { artifacts, changed, imageLines, job, script } from './job.ts';

/** The jobs of one part of the project: what it says of its own quality, its build, its tests. */
export function projectJobs(toolchain: Toolchain, isOnly: boolean, keepOutput: boolean, pins: Pins): readonly Line[] {
  const { id, title, directory, lint, build, test, junit, output } = toolchain;
  const suffix = isOnly || directory === '.' ? id : `${id}:${wordOf(directory)}`;
  const common = commonLines(toolchain, pins);
  return [
    ...(lint.length > 0
      ? job(`lint:${suffix}`, `${title}: what the hook asks of a commit, for those who have none.`, [
          'stage: pre-commit',
          ...common,
          ...script(commands(toolchain, lint)),
        ])
      : []),
    ...(build.length > 0
      ? job(`build:${suffix}`, `${title}: built once; what is deployed later is this.`, [
          'stage: build',
          changed,
          ...common,
          ...script(commands(toolchain, build)),
          ...(keepOutput && output !== undefined ? artifacts({ paths: [pathIn(directory, output)] }) : []),
        ])
      : []),
    ...(test.length > 0
      ? job(`test:${suffix}`, `${title}: the tests.`, [
          'stage: test',
          changed,
          ...common,
          ...script(commands(toolchain, test)),
          ...(junit === undefined ? [] : artifacts({ reports: { junit: pathIn(directory, junit) } })),
        ])
      : []),
  ];
}

function commonLines({ image, variables = [], cache, directory }: Toolchain, pins: Pins): readonly Line[] {
  const all = [
    ...variables,
    ...(cache
      ? [{ name: cache.variable, value: `$CI_PROJECT_DIR/${cache.path}`, why: 'downloads, where the cache keeps them' }]
      : []),
  ];
  return [
    ...imageLines(image, pins),
    ...(all.length > 0
      ? ['variables:', ...all.map(({ name, value, why }): Line => [`  ${name}: ${quoted(value)}`, why])]
      : []),
    ...(cache
      ? ([
          ['cache:', 'downloads only: the lock file checks them again; protected branches have a cache of their own'],
          '  key:',
          '    files:',
          [`      - ${pathIn(directory, cache.lock)}`, 'another lock file, another cache'],
          '  paths:',
          `    - ${cache.path}/`,
        ] as const)
      : []),
  ];
}

function commands({ directory, install }: Toolchain, own: readonly Command[]): readonly Command[] {
  const enter = directory === '.' ? [] : [{ run: `cd ${directory}`, why: 'where this part of the project is' }];
  return [...enter, ...install, ...own];
}

/** `true` and `false` are words for the shell, not values. */
function quoted(value: string): string {
  return /^(?:true|false)$/.test(value) ? `"${value}"` : value;
}
