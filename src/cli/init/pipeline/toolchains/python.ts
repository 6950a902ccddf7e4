import type { Command, Language, Place, ProjectFiles } from '../toolchain.ts';

/** How the tools of a lock file install, build and run. */
interface Installer {
  readonly title: string;
  readonly lock: string;
  readonly install: readonly Command[];
  readonly build?: string;
  /** In front of a command that uses what was installed. */
  readonly runner: string;
}

const installers: readonly Installer[] = [
  {
    title: 'uv',
    lock: 'uv.lock',
    install: locked('uv==0.13.0', 'uv sync --locked --all-groups'),
    build: 'uv build',
    runner: 'uv run --locked ',
  },
  {
    title: 'Poetry',
    lock: 'poetry.lock',
    install: locked('poetry==2.5.0', 'poetry sync --no-interaction'),
    build: 'poetry build',
    runner: 'poetry run ',
  },
  {
    title: 'Pipenv',
    lock: 'Pipfile.lock',
    install: locked('pipenv==2026.10.0', 'pipenv sync --dev'),
    runner: 'pipenv run ',
  },
];

/** An installer in one version, then what it installs. */
function locked(installer: string, sync: string): readonly Command[] {
  return [
    { run: `python -m pip install ${installer}`, why: 'one version of the installer, not the newest' },
    { run: sync, why: 'exactly what the lock file says, checked by its hashes' },
  ];
}

const manifest = /^(?:pyproject\.toml|setup\.py|setup\.cfg|Pipfile|requirements[\w.-]*\.txt|\.?ruff\.toml)$/;

export const python: Language = {
  manifest: /^(?:pyproject\.toml|setup\.py|Pipfile|requirements\.txt)$/,
  lock: /^(?:uv\.lock|poetry\.lock|Pipfile\.lock)$/,
  toolchain(place, files) {
    const installer = installers.find(({ lock }) => place.names.has(lock));
    const { title, install, build, runner } = installer ?? pip(place, files);
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
      build: isPackage ? [{ run: build, why: 'the package as it will be installed' }] : [],
      ...(isPackage && { output: 'dist/' }),
      ...testing(place, files, says(/\bpytest\b/), runner),
    };
  },
};

function pip(place: Place, files: ProjectFiles): Omit<Installer, 'lock'> {
  const lists = [...place.names].filter((name) => /^requirements[\w.-]*\.txt$/.test(name)).sort();
  const hashed = lists.length > 0 && lists.every((name) => files.read(place.path(name)).includes('--hash=sha256:'));
  const option = hashed ? '--require-hashes ' : '';
  const why = hashed
    ? 'only files with the hashes that the list has'
    : 'give the list hashes (pip-compile --generate-hashes), then add --require-hashes here';
  return {
    title: 'pip',
    install:
      lists.length > 0
        ? lists.map((name) => ({ run: `python -m pip install ${option}-r ${name}`, why }))
        : [{ run: 'python -m pip install .', why: 'without a lock file the versions are what the index has today' }],
    runner: '',
  };
}

function testing(
  place: Place,
  { paths }: ProjectFiles,
  usesPytest: boolean,
  runner: string,
): { readonly test: readonly Command[]; readonly junit?: string } {
  if (usesPytest) {
    const run = `${runner}python -m pytest --junitxml=report.xml`;
    return { test: [{ run, why: 'the tests, also those of what must not be possible' }], junit: 'report.xml' };
  }
  const hasTests = paths.some(
    (path) => path.startsWith(place.path('')) && /(?:^|\/)test_\w+\.py$|_test\.py$/.test(path),
  );
  return { test: hasTests ? [{ run: `${runner}python -m unittest discover`, why: 'the tests' }] : [] };
}
