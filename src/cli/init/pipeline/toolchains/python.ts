import type { Command, Language, Place, ProjectFiles } from '../toolchain.ts';

/** How the tools of a lock file install, build and run. */
interface Installer {
  readonly title: string;
  readonly lock: string;
  readonly install: readonly Command[];
  readonly build?: Command;
  /** In front of a command that uses what was installed. */
  readonly runner: string;
}

const obey = 'exactly what the lock file says, checked by its hashes';
const tool = 'one version of the installer, not the newest';
const wheel = 'the package as it will be installed';

const installers: readonly Installer[] = [
  {
    title: 'uv',
    lock: 'uv.lock',
    install: [
      { run: 'python -m pip install uv==0.13.0', why: tool },
      { run: 'uv sync --locked --all-groups', why: obey },
    ],
    build: { run: 'uv build', why: wheel },
    runner: 'uv run --locked ',
  },
  {
    title: 'Poetry',
    lock: 'poetry.lock',
    install: [
      { run: 'python -m pip install poetry==2.5.0', why: tool },
      { run: 'poetry sync --no-interaction', why: obey },
    ],
    build: { run: 'poetry build', why: wheel },
    runner: 'poetry run ',
  },
  {
    title: 'Pipenv',
    lock: 'Pipfile.lock',
    install: [
      { run: 'python -m pip install pipenv==2026.10.0', why: tool },
      { run: 'pipenv sync --dev', why: obey },
    ],
    runner: 'pipenv run ',
  },
];

const manifest = /^(?:pyproject\.toml|setup\.py|setup\.cfg|Pipfile|requirements[\w.-]*\.txt|\.?ruff\.toml)$/;

export const python: Language = {
  manifest: /^(?:pyproject\.toml|setup\.py|Pipfile|requirements\.txt)$/,
  lock: /^(?:uv\.lock|poetry\.lock|Pipfile\.lock)$/,
  toolchain(place, files) {
    const locked = installers.find(({ lock }) => place.names.has(lock));
    const { title, install, build, runner } = locked ?? pip(place, files);
    const texts = [...place.names].filter((name) => manifest.test(name)).map((name) => files.read(place.path(name)));
    const says = (word: RegExp): boolean => texts.some((text) => word.test(text));
    const isPackage = build !== undefined && says(/^\[build-system\]/m);
    return {
      id: 'python',
      title: `Python with ${title}`,
      directory: place.directory,
      image: 'python',
      setup: (pins) => [
        [`- uses: ${pins.action('actions/setup-python')}`, 'Python'],
        '  with:',
        place.names.has('.python-version')
          ? [`    python-version-file: ${place.path('.python-version')}`, 'the version that the project names']
          : ["    python-version: '3.13'", 'the release line to build with'],
      ],
      install,
      lint: says(/\bruff\b/) ? [{ run: `${runner}ruff check .`, why: 'the rules of the project' }] : [],
      build: isPackage ? [build] : [],
      ...(isPackage && { output: 'dist/' }),
      ...testing(place, files, says(/\bpytest\b/), runner),
    };
  },
};

function pip(place: Place, files: ProjectFiles): Installer {
  const lists = [...place.names].filter((name) => /^requirements[\w.-]*\.txt$/.test(name)).sort();
  const hashed = lists.length > 0 && lists.every((name) => files.read(place.path(name)).includes('--hash=sha256:'));
  const option = hashed ? '--require-hashes ' : '';
  const why = hashed
    ? 'only files with the hashes that the list has'
    : 'give the list hashes (pip-compile --generate-hashes), then add --require-hashes here';
  return {
    title: 'pip',
    lock: '',
    install:
      lists.length > 0
        ? lists.map((name) => ({ run: `python -m pip install ${option}-r ${name}`, why }))
        : [{ run: 'python -m pip install .', why: 'without a lock file the versions are what the index has today' }],
    runner: '',
  };
}

function testing(
  { directory }: Place,
  { paths }: ProjectFiles,
  usesPytest: boolean,
  runner: string,
): { readonly test: readonly Command[]; readonly junit?: string } {
  const start = directory === '.' ? '' : `${directory}/`;
  if (usesPytest) {
    const run = `${runner}python -m pytest --junitxml=report.xml`;
    return { test: [{ run, why: 'the tests, also those of what must not be possible' }], junit: 'report.xml' };
  }
  const hasTests = paths.some((path) => path.startsWith(start) && /(?:^|\/)test_\w+\.py$|_test\.py$/.test(path));
  return { test: hasTests ? [{ run: `${runner}python -m unittest discover`, why: 'the tests' }] : [] };
}
