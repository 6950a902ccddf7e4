import type { Project } from './project.ts';
import type { Command } from './toolchain.ts';

/** Where the manifest and the lock file are from which a pipeline installs Portcullis. */
export const toolDirectory = 'ci/portcullis';

/** The commands that bring Portcullis, the same version for everybody. */
export const installPortcullis: Command = {
  run: `npm ci --ignore-scripts --prefix ${toolDirectory}`,
  why: 'Portcullis in the version and with the hash of the lock file there',
};

export function portcullis(words: string): string {
  return `${toolDirectory}/node_modules/.bin/portcullis ${words}`;
}

/** The manifest from which the lock file is made once. */
export function toolManifest(version: string): string {
  return `${JSON.stringify({ private: true, devDependencies: { portcullis: version } }, null, 2)}\n`;
}

/** What stands for the tests of a project in which none were found: without any, nothing is released. */
export const unknownTests: Command = { run: 'sh ci/test.sh', why: 'the tests of this project' };

export function hasTests({ toolchains }: Project): boolean {
  return toolchains.some(({ test }) => test.length > 0);
}
