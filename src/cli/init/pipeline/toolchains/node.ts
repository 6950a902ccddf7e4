import type { Line } from '../lines.ts';
import { releaseIn, type Pins } from '../pins.ts';
import type { Command, Language, Place } from '../toolchain.ts';

type Manager = 'npm' | 'yarn' | 'pnpm' | 'bun';

const lockFiles: Readonly<Record<Manager, string>> = {
  pnpm: 'pnpm-lock.yaml',
  yarn: 'yarn.lock',
  bun: 'bun.lock',
  npm: 'package-lock.json',
};

/** Exactly what the lock file says, without the scripts that packages bring. */
const installs: Readonly<Record<Manager, string>> = {
  npm: 'npm ci --ignore-scripts',
  yarn: 'yarn install --frozen-lockfile --ignore-scripts',
  pnpm: 'pnpm install --frozen-lockfile --ignore-scripts',
  bun: 'bun install --frozen-lockfile --ignore-scripts',
};

/** Managers whose downloads are checked by the lock file's hashes also when they come from the cache. */
const caches: Readonly<Partial<Record<Manager, { readonly path: string; readonly variable: string }>>> = {
  npm: { path: '.cache/npm', variable: 'npm_config_cache' },
};

const lintScripts = ['lint', 'format:check', 'typecheck', 'check'];

export const node: Language = {
  manifest: /^package\.json$/,
  lock: /^(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?)$/,
  toolchain(place, files) {
    const manifest = readManifest(files.read(place.path('package.json')));
    const manager = managerOf(place, manifest);
    const cache = caches[manager];
    const isBerry = manager === 'yarn' && place.names.has('.yarnrc.yml');
    const run = (name: string): Command => ({ run: `${manager} run ${name}`, why: 'the script of package.json' });
    const has = (name: string): boolean => manifest.scripts.has(name);
    const install = isBerry ? 'yarn install --immutable' : installs[manager];
    return {
      id: 'node',
      title: `Node.js with ${manager}`,
      directory: place.directory,
      image: manager === 'bun' ? 'bun' : 'node',
      setup: (pins) => (manager === 'bun' ? bunSteps(pins) : nodeSteps(place, pins)),
      ...(isBerry && {
        variables: [{ name: 'YARN_ENABLE_SCRIPTS', value: 'false', why: 'no scripts of packages while they install' }],
      }),
      install: [
        ...corepack(manager, manifest),
        { run: install, why: 'exactly what the lock file says, checked by its hashes; scripts of packages do not run' },
      ],
      lint: lintScripts.filter(has).map(run),
      build: has('build') ? [run('build')] : [],
      test: has('test') ? [run('test')] : [],
      ...(cache && { cache: { ...cache, lock: lockFiles[manager] } }),
      ...(has('build') && { output: 'dist/' }),
    };
  },
};

interface Manifest {
  readonly scripts: ReadonlySet<string>;
  /** `pnpm@10.33.0+sha512.…` */
  readonly packageManager: string;
}

function readManifest(text: string): Manifest {
  try {
    const { scripts, packageManager } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    const named = typeof scripts === 'object' && scripts !== null ? Object.entries(scripts) : [];
    // What `npm init` writes is no test.
    const real = named.filter(([, script]) => typeof script === 'string' && !script.includes('no test specified'));
    return {
      scripts: new Set(real.map(([name]) => name)),
      packageManager: typeof packageManager === 'string' ? packageManager : '',
    };
  } catch {
    // The package manager will say what is wrong with it.
    return { scripts: new Set(), packageManager: '' };
  }
}

function managerOf({ names }: Place, { packageManager }: Manifest): Manager {
  const order: readonly Manager[] = ['pnpm', 'yarn', 'bun', 'npm'];
  const locked = order.find((one) => names.has(lockFiles[one])) ?? (names.has('bun.lockb') ? 'bun' : undefined);
  return locked ?? order.find((one) => packageManager.startsWith(`${one}@`)) ?? 'npm';
}

/** Images and runners of Node bring npm; corepack brings the others. */
function corepack(manager: Manager, { packageManager }: Manifest): readonly Command[] {
  if (manager === 'npm' || manager === 'bun') return [];
  const version = manager === 'pnpm' ? '10.33.0' : '1.22.22';
  const enable = { run: 'corepack enable', why: `brings ${manager} in the version that package.json names` };
  if (packageManager !== '') return [enable];
  const prepare = `corepack prepare ${manager}@${version} --activate`;
  return [enable, { run: prepare, why: 'not needed any more once package.json has a packageManager' }];
}

function nodeSteps(place: Place, pins: Pins): readonly Line[] {
  const versionFile = ['.nvmrc', '.node-version'].find((name) => place.names.has(name));
  return [
    [`- uses: ${pins.action('actions/setup-node')}`, 'Node.js'],
    '  with:',
    versionFile === undefined
      ? ['    node-version: 22', 'the release line to build with']
      : [`    node-version-file: ${place.path(versionFile)}`, 'the version that the project names'],
    ['    package-manager-cache: false', 'what an earlier run left does not come into this one'],
  ];
}

function bunSteps(pins: Pins): readonly Line[] {
  return [
    [`- uses: ${pins.action('oven-sh/setup-bun')}`, 'Bun'],
    '  with:',
    [`    bun-version: ${releaseIn('bun')}`, 'one version, not the newest'],
  ];
}
