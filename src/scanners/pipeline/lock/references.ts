import { parseImageReference } from '../../../lib/oci/image-reference.ts';
import type { TextRange } from '../../../lib/text/source-text.ts';
import type { YamlScalar } from '../../../lib/yaml/node.ts';
import { isCommit, parseAction, type ActionReference } from '../github/action-reference.ts';
import { versionComment } from '../github/version-comment.ts';
import { readGithubAction } from '../github/read-action.ts';
import { readGithubWorkflow } from '../github/read-github.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import { keyOf, type Wanted } from './lock-entry.ts';
import { lockedContent } from './locked-content.ts';

/** Something from elsewhere that a pipeline names. */
export interface Reference {
  readonly wanted: Wanted;
  readonly at: TextRange;
  /** The commit id or digest that the name itself has. */
  readonly pinned?: string;
  /** `include:integrity`. */
  readonly integrity?: string;
  /** The version that a comment gives to a commit id. */
  readonly version?: string;
}

/** A name that is only known when the pipeline runs. */
export interface OpenName {
  readonly text: string;
  readonly at: TextRange;
}

export interface References {
  /** Each once, in the order of pipelines. */
  readonly known: readonly Reference[];
  readonly open: readonly OpenName[];
}

/**
 * Everything that pipelines take from elsewhere: included files, images, actions, workflows; also what the copies of
 * actions in the lock call. Each once for every file that names it.
 */
export function findReferences(pipelines: readonly Pipeline[], files: RepositoryFiles): References {
  const known = new Map<string, Reference>();
  const open = new Map<string, OpenName>();
  const seen = new Set<string>();
  const waiting: { readonly pipeline: Pipeline; readonly home?: Wanted }[] = pipelines.map((pipeline) => ({
    pipeline,
  }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    for (const found of referencesOf(next.pipeline, next.home)) {
      if ('text' in found) {
        open.set(found.text, open.get(found.text) ?? found);
        continue;
      }
      const key = JSON.stringify([keyOf(found.wanted), found.pinned, found.at.source.uri]);
      if (known.has(key)) continue;
      known.set(key, found);
      const copy = isCode(found.wanted) ? lockedContent(found.wanted, files) : '';
      if (typeof copy === 'string' || seen.has(copy.uri)) continue;
      seen.add(copy.uri);
      if (found.wanted.kind === 'workflow') waiting.push({ pipeline: readGithubWorkflow(copy), home: found.wanted });
      else waiting.push(...readGithubAction(copy).map((pipeline) => ({ pipeline })));
    }
  }
  return { known: [...known.values()], open: [...open.values()] };
}

function isCode({ kind }: Wanted): boolean {
  return kind === 'action' || kind === 'workflow';
}

/** @param home the workflow of another repository that the pipeline is a copy of */
function* referencesOf(pipeline: Pipeline, home: Wanted | undefined): Generator<Reference | OpenName> {
  for (const { wanted, at, integrity } of pipeline.foreignFiles ?? []) {
    const { address, ref } = wanted;
    const isOpen = /\$(?!\{?CI_SERVER_FQDN\b|\{?CI_SERVER_HOST\b)/.test(`${address}${ref ?? ''}${wanted.file ?? ''}`);
    if (isOpen) yield { text: address, at };
    else {
      yield {
        wanted,
        at,
        ...(ref !== undefined && isCommit(ref) && { pinned: ref }),
        ...(integrity !== undefined && { integrity }),
      };
    }
  }
  for (const job of pipeline.jobs) yield* referencesOfJob(job, pipeline, home);
}

function* referencesOfJob(job: Job, { dialect }: Pipeline, home: Wanted | undefined): Generator<Reference | OpenName> {
  for (const { reference, resolved } of job.images) yield* imageReference(resolved, reference);
  if (dialect !== 'github') return;
  for (const step of job.steps) {
    if (step.kind !== 'use') continue;
    const besideIt =
      home && step.uses === job.body.get('uses') && /^\.\/(\.github\/workflows\/[^/]+)$/.exec(step.uses.text);
    if (besideIt) yield besideWorkflow(home, besideIt[1] ?? '', step.uses);
    else yield* useReference(step.uses);
  }
}

/** A workflow that is called by one of another repository is of that repository, and of the same commit. */
function besideWorkflow({ address, ref }: Wanted, path: string, { range }: YamlScalar): Reference {
  const repository = address.split('/', 2).join('/');
  return {
    wanted: { kind: 'workflow', address: `${repository}/${path}`, ...(ref !== undefined && { ref }) },
    at: range,
    ...(ref !== undefined && isCommit(ref) && { pinned: ref }),
  };
}

function* imageReference(resolved: string | undefined, { text, range }: YamlScalar): Generator<Reference | OpenName> {
  const image = resolved === undefined ? undefined : parseImageReference(resolved);
  if (!image) {
    yield { text, at: range };
    return;
  }
  const { registry, repository, tag, digest } = image;
  const ref = tag ?? digest ?? 'latest';
  yield {
    wanted: { kind: 'image', address: `${registry}/${repository}`, ref },
    at: range,
    ...(digest !== undefined && { pinned: digest }),
  };
}

function* useReference(uses: YamlScalar): Generator<Reference | OpenName> {
  const { text, range } = uses;
  // Images of steps are among those of the job.
  if (text.startsWith('./') || text.startsWith('docker://')) return;
  const action = parseAction(text);
  if (!action) {
    yield { text, at: range };
    return;
  }
  const { ref } = action;
  const version = versionComment(range);
  yield {
    wanted: actionOf(action),
    at: range,
    ...(isCommit(ref) && { pinned: ref, ...(version !== undefined && { version }) }),
  };
}

/** How the lock names an action; a workflow of its own is one that jobs call. */
export function actionOf({ name, ref }: ActionReference): Wanted {
  const kind = /\/\.github\/workflows\/[^/]+\.ya?ml$/.test(name) ? 'workflow' : 'action';
  return { kind, address: name, ...(ref !== '' && { ref }) };
}
