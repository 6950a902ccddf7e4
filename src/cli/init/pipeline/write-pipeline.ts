import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeWhole } from '../../../lib/write-whole.ts';
import type { Platform } from '../../../model/control.ts';
import { InputError } from '../../../model/input-error.ts';
import { readFileInside } from '../../../policy/read-file-inside.ts';
import { CollectedFiles } from '../../../scanners/pipeline/collected-files.ts';
import { lockFile, readLock } from '../../../scanners/pipeline/lock/ci-lock.ts';
import type { LockEntry } from '../../../scanners/pipeline/lock/lock-entry.ts';
import { scanners } from '../../../scanners/registry.ts';
import type { Terminal } from '../../command.ts';
import { version } from '../../version.ts';
import { refuseExisting } from '../refuse-existing.ts';
import { deliveryOf } from './delivery.ts';
import { writeGithubWorkflow } from './github/write-github.ts';
import { writeGitlabPipeline } from './gitlab/write-gitlab.ts';
import { hasTests, toolDirectory, toolManifest } from './own-gate.ts';
import { pinned } from './pins.ts';
import { readProject, type Project } from './project.ts';

const files: Readonly<Record<Platform, string>> = {
  gitlab: '.gitlab-ci.yml',
  github: '.github/workflows/delivery.yml',
};

/** A manifest that says what a project is made of is smaller than this. */
const mostBytes = 2_000_000;

export interface PipelineRequest {
  readonly root: string;
  /** Repository-relative paths of the files that are not ignored. */
  readonly paths: readonly string[];
  readonly platform: Platform;
  /** Print it instead of writing it. */
  readonly print: boolean;
  /** Write over what is there. */
  readonly force: boolean;
}

/**
 * Writes a pipeline that fits a project.
 * @throws InputError when there is one already
 */
export function writePipeline(request: PipelineRequest, { stdout }: Terminal): void {
  const { root, paths, platform, print, force } = request;
  const path = join(root, files[platform]);
  if (!print && !force) refuseExisting(path);
  const texts = readManifests(root, paths);
  const project = readProject(basename(root), { paths, read: (name) => texts.get(name) ?? '' });
  const ids = scanners.map(({ id }) => id);
  const pins = pinned(readEntries(root));
  const text =
    platform === 'gitlab'
      ? writeGitlabPipeline(project, ids, pins)
      : writeGithubWorkflow(project, ids, { name: releaseBranch(root) }, pins);
  if (print) {
    stdout.write(text);
    return;
  }
  writeWhole(path, [text]);
  const tool = join(root, toolDirectory, 'package.json');
  if (!existsSync(tool)) {
    writeWhole(tool, [toolManifest(version)]);
    writeWhole(join(root, toolDirectory, '.gitignore'), ['node_modules/\n']);
  }
  stdout.write(
    `Wrote ${path}${describe(project)}.\nNext:\n${nextSteps(project, platform, paths)
      .map((step) => `  ${step}\n`)
      .join('')}`,
  );
}

/** The texts of the files by which toolchains are told apart. */
function readManifests(root: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const wanted = paths.filter((path) =>
    /(?:^|\/)(?:package\.json|composer\.json|pyproject\.toml|setup\.(?:py|cfg)|Pipfile|requirements[\w.-]*\.txt|\.?ruff\.toml)$/.test(
      path,
    ),
  );
  const texts = new Map<string, string>();
  for (const name of wanted) {
    const text = readFileInside({ path: join(root, name), name, inside: root, mostBytes });
    if (text !== undefined) texts.set(name, text);
  }
  return texts;
}

/** @throws InputError when there is a lock that is not understood */
function readEntries(root: string): readonly LockEntry[] {
  const text = readFileInside({ path: join(root, lockFile), name: lockFile, inside: root, mostBytes });
  if (text === undefined) return [];
  const files = new CollectedFiles();
  files.add(lockFile, text);
  const lock = readLock(files);
  if (lock === 'broken')
    throw new InputError('lock', `${lockFile} is not understood`, 'portcullis pipeline lock --check');
  return lock?.entries ?? [];
}

/** The default branch, as far as the clone knows it. */
function releaseBranch(root: string): string {
  const head = join(root, '.git', 'refs', 'remotes', 'origin', 'HEAD');
  const text = readFileInside({ path: head, name: head, mostBytes: 4096 });
  return /^ref: refs\/remotes\/origin\/([\w./-]+)\s*$/.exec(text ?? '')?.[1] ?? 'main';
}

function describe({ toolchains, images, chart, manifests, terraform }: Project): string {
  const found = [
    ...toolchains.map(({ title, directory }) => (directory === '.' ? title : `${title} in ${directory}`)),
    ...images.map(({ dockerfile }) => dockerfile),
    ...(chart === undefined ? [] : [`the Helm chart in ${chart}`]),
    ...(manifests === undefined ? [] : [`the manifests in ${manifests.directory}`]),
    ...(terraform === undefined ? [] : [`Terraform in ${terraform}`]),
  ];
  return found.length === 0 ? '' : ` for ${found.join(', ')}`;
}

function nextSteps(project: Project, platform: Platform, paths: readonly string[]): readonly string[] {
  const { needs, usesCluster } = deliveryOf(project);
  const own = {
    gitlab: [
      'set the hosts at its top',
      'in the settings: protect the default branch and the environment production, and require approvals',
      'make a daily schedule for the default branch',
    ],
    github: [
      'in the settings: the variables STAGING_HOST and PRODUCTION_HOST, the environments staging and production with required reviewers',
      ...(usesCluster ? ['ci/cluster-access.sh STAGE writes a kubeconfig with the identity of the job'] : []),
    ],
  };
  return [
    `npm install --package-lock-only --prefix ${toolDirectory}    make the lock file, and commit the directory`,
    ...own[platform],
    ...(paths.some((path) => /(?:^|\/)CODEOWNERS$/.test(path))
      ? []
      : [`write a CODEOWNERS file: whoever may change ${files[platform]} decides over everything else here`]),
    ...(hasTests(project) ? [] : ['ci/test.sh runs the tests: none were found']),
    ...needs,
    'portcullis scan --only pipeline    what the auditor says of it',
  ];
}
