import type { Line } from '../lines.ts';
import type { Pins } from '../pins.ts';
import { pathIn, wordOf } from '../project.ts';
import type { Command, Toolchain } from '../toolchain.ts';
import { changed, checkout, job, run, upload } from './job.ts';

/** Ids of the jobs of one part of the project. */
export function projectJobIds({ id, directory, lint, build, test }: Toolchain, isOnly: boolean) {
  const suffix = isOnly || directory === '.' ? id : `${id}-${wordOf(directory)}`;
  return {
    ...(lint.length > 0 && { lint: `lint-${suffix}` }),
    ...(build.length > 0 && { build: `build-${suffix}` }),
    ...(test.length > 0 && { test: `test-${suffix}` }),
  };
}

/** The jobs of one part of the project: what it says of its own quality, its build, its tests. */
export function projectJobs(toolchain: Toolchain, isOnly: boolean, keepOutput: boolean, pins: Pins): readonly Line[] {
  const { title, directory, lint, build, test, output } = toolchain;
  const ids = projectJobIds(toolchain, isOnly);
  const steps = (commands: readonly Command[]): readonly Line[] => [
    ...checkout(pins),
    ...toolchain.setup(pins),
    ...[...toolchain.install, ...commands].flatMap((command) => run(command)),
  ];
  const keys = jobKeys(toolchain);
  return [
    ...(ids.lint === undefined
      ? []
      : job({
          id: ids.lint,
          name: `${title}: lint`,
          purpose: `${title}: what the hook asks of a commit, for those who have none.`,
          condition: changed,
          keys,
          steps: steps(lint),
        })),
    ...(ids.build === undefined
      ? []
      : job({
          id: ids.build,
          name: `${title}: build`,
          purpose: `${title}: built once; what is deployed later is this.`,
          condition: changed,
          keys,
          steps: [
            ...steps(build),
            ...(keepOutput && output !== undefined ? upload(pins, ids.build, pathIn(directory, output), 7) : []),
          ],
        })),
    ...(ids.test === undefined
      ? []
      : job({
          id: ids.test,
          name: `${title}: tests`,
          purpose: `${title}: the tests.`,
          ...(ids.build !== undefined && { needs: [ids.build] }),
          condition: changed,
          keys,
          steps: steps(test),
        })),
  ];
}

function jobKeys({ directory, variables = [] }: Toolchain): readonly Line[] {
  return [
    ...(variables.length > 0
      ? ['env:', ...variables.map(({ name, value, why }): Line => [`  ${name}: '${value}'`, why])]
      : []),
    ...(directory === '.'
      ? []
      : ([
          'defaults:',
          '  run:',
          [`    working-directory: ${directory}`, 'where this part of the project is'],
        ] as const)),
  ];
}
