import { dotnet } from './toolchains/dotnet.ts';
import { go } from './toolchains/go.ts';
import { java } from './toolchains/java.ts';
import { node } from './toolchains/node.ts';
import { php } from './toolchains/php.ts';
import { python } from './toolchains/python.ts';
import { ruby } from './toolchains/ruby.ts';
import { rust } from './toolchains/rust.ts';
import type { Language, Place, ProjectFiles, Toolchain } from './toolchain.ts';

/** A directory whose Dockerfile makes an image. */
export interface ContainerImage {
  /** Of its directory, fit for names of jobs; empty for the root's. */
  readonly name: string;
  readonly directory: string;
  readonly dockerfile: string;
}

/** What a project has that a pipeline deals with. */
export interface Project {
  /** Lower case, letters, digits and dashes. */
  readonly name: string;
  readonly toolchains: readonly Toolchain[];
  readonly images: readonly ContainerImage[];
  /** Directories of a Helm chart, of Kubernetes manifests, of Terraform definitions: the topmost of each. */
  readonly chart?: string;
  readonly manifests?: { readonly directory: string; readonly isKustomized: boolean };
  readonly terraform?: string;
  /** Whether something describes containers that run together. */
  readonly composes: boolean;
}

const languages: readonly Language[] = [node, python, go, java, ruby, rust, php, dotnet];

const mostToolchains = 8;
const mostImages = 4;

/** Code that is not the project's own, or not what it delivers. */
const beside =
  /(?:^|\/)(?:node_modules|vendor|third_party|examples?|samples?|fixtures?|testdata|tests?|__tests__|docs?|\.[^/]+)\//;

/** A path that needs no quotes anywhere. */
const plain = /^[\w][\w./-]*$|^\.$/;

/**
 * @param name of the directory that the project lies in
 * @param files without what is ignored
 */
export function readProject(name: string, files: ProjectFiles): Project {
  const directories = groupByDirectory(files.paths.filter((path) => !beside.test(path)).sort());
  const chart = topmost(directories, (one) => one === 'Chart.yaml');
  const kustomized = topmost(directories, (one) => /^kustomization\.ya?ml$/.test(one));
  const plainly = topmost(
    directories,
    (one, directory) => /(?:^|\/)(?:k8s|kubernetes|manifests)$/.test(directory) && /\.ya?ml$/.test(one),
  );
  const manifests = kustomized ?? plainly;
  const terraform = topmost(directories, (one) => one.endsWith('.tf'));
  return {
    name: wordOf(name) || 'app',
    toolchains: languages
      .flatMap((language) => placesOf(language, directories).map((place) => language.toolchain(place, files)))
      .slice(0, mostToolchains),
    images: imagesIn(directories).slice(0, mostImages),
    ...(chart !== undefined && { chart }),
    ...(manifests !== undefined && {
      manifests: { directory: manifests, isKustomized: manifests === kustomized },
    }),
    ...(terraform !== undefined && { terraform }),
    composes: files.paths.some((path) => /(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/.test(path)),
  };
}

/** The path of what lies in a directory of the project. */
export function pathIn(directory: string, name: string): string {
  return directory === '.' ? name : `${directory}/${name}`;
}

/** A name as jobs, images and releases have it. */
export function wordOf(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
}

type Directories = ReadonlyMap<string, ReadonlySet<string>>;

function groupByDirectory(paths: readonly string[]): Directories {
  const groups = new Map<string, Set<string>>();
  for (const path of paths) {
    const slash = path.lastIndexOf('/');
    const directory = slash === -1 ? '.' : path.slice(0, slash);
    if (!plain.test(directory)) continue;
    const names = groups.get(directory) ?? new Set<string>();
    names.add(path.slice(slash + 1));
    groups.set(directory, names);
  }
  return groups;
}

/** Where a language's tools start: the topmost directories with a manifest, those with a lock file before others. */
function placesOf(language: Language, directories: Directories): readonly Place[] {
  const withManifest = [...directories].filter(([, names]) => [...names].some((name) => language.manifest.test(name)));
  const locked = withManifest.filter(([, names]) => [...names].some((name) => language.lock.test(name)));
  const candidates = (locked.length > 0 ? locked : withManifest).toSorted(([a], [b]) => depth(a) - depth(b));
  const chosen: Place[] = [];
  for (const [directory, names] of candidates) {
    if (chosen.some((one) => isInside(directory, one.directory))) continue;
    chosen.push({ directory, names, path: (name) => pathIn(directory, name) });
  }
  return chosen;
}

function imagesIn(directories: Directories): readonly ContainerImage[] {
  return [...directories]
    .toSorted(([a], [b]) => depth(a) - depth(b))
    .flatMap(([directory, names]): readonly ContainerImage[] => {
      const file = ['Dockerfile', 'Containerfile'].find((one) => names.has(one));
      if (file === undefined) return [];
      return [{ name: directory === '.' ? '' : wordOf(directory), directory, dockerfile: pathIn(directory, file) }];
    });
}

function topmost(directories: Directories, matches: (name: string, directory: string) => boolean): string | undefined {
  return [...directories.keys()]
    .toSorted((a, b) => depth(a) - depth(b))
    .find((directory) => [...(directories.get(directory) ?? [])].some((name) => matches(name, directory)));
}

function isInside(directory: string, other: string): boolean {
  return other === '.' || directory === other || directory.startsWith(`${other}/`);
}

function depth(directory: string): number {
  return directory === '.' ? 0 : directory.split('/').length;
}
