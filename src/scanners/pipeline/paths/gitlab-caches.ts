import type { TextRange } from '../../../lib/text/source-text.ts';
import { textOf, type YamlMap } from '../../../lib/yaml/node.ts';
import type { Audit } from '../audit/audit.ts';
import type { Job } from '../model/job.ts';

/** A cache that a GitLab job restores, saves, or both (GitLab documentation, "CI/CD YAML syntax reference", cache). */
interface GitlabCache {
  readonly at: TextRange;
  readonly saves: boolean;
  readonly restores: boolean;
  /** As written; files that a key is made of are a part of it. */
  readonly key: string;
  readonly fallback: readonly string[];
  /** Whether runs of all branches share it, whatever the settings say. */
  readonly unprotected: boolean;
}

/** The caches of a job that runs of all branches share: by themselves, or because the project does not keep them apart. */
export function sharedCachesOf({ body }: Job, { facts }: Audit): readonly GitlabCache[] {
  const areShared = facts?.gitlab?.project?.ci_separated_caches === false;
  const caches = body.list('cache').flatMap((item) => (item.kind === 'map' ? [read(item)] : []));
  return areShared ? caches : caches.filter(({ unprotected }) => unprotected);
}

function read(body: YamlMap): GitlabCache {
  const key = body.get('key');
  const files = key?.kind === 'map' ? key.list('files').flatMap((item) => textOf(item) ?? []) : [];
  const prefix = key?.kind === 'map' ? (key.text('prefix') ?? '') : '';
  const policy = body.text('policy') ?? 'pull-push';
  return {
    at: body.entry('unprotect')?.key.range ?? body.entry('key')?.key.range ?? body.range,
    saves: policy !== 'pull',
    restores: policy !== 'push',
    key: files.length > 0 ? `${prefix}:${files.join(',')}` : (textOf(key) ?? 'default'),
    fallback: body.list('fallback_keys').flatMap((item) => textOf(item) ?? []),
    unprotected: body.text('unprotect') === 'true',
  };
}

/** Names that differ between a merge request and the default branch, so that keys with them do; slugs can be made equal. */
const differs = /\$\{?CI_(?:COMMIT_(?:SHA|SHORT_SHA|REF_NAME|BRANCH|TAG)|PIPELINE_I?ID|JOB_ID|MERGE_REQUEST_\w+)\b/;

/** Whether what one run saves can be what another restores. */
export function sharesKey(saved: GitlabCache, restored: GitlabCache): boolean {
  return [restored.key, ...restored.fallback].some((key) => key === saved.key && !differs.test(key));
}
