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
