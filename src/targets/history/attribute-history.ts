import { readLog } from '../../lib/git/diff/read-log.ts';
import { GitError } from '../../lib/git/git-error.ts';
import { Descendants } from '../../lib/git/history/descendants.ts';
import type { Tip } from '../../lib/git/history/list-tips.ts';
import type { Repository } from '../../lib/git/repository.ts';
import { runGit } from '../../lib/git/run-git.ts';
import type { Finding, JsonValue } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import { showPath } from '../file-name.ts';
import { type Carriers, findCarriers } from './carriers.ts';
import type { HistoryIndex } from './history-index.ts';
import { Timeline, type Turn } from './timeline.ts';

const mostPaths = 20;
const mostRefs = 20;
/** Each costs a walk over what was built on it. */
const mostRefQuestions = 200;

/**
 * Says of each finding when its value came and went, where it lay and what still reaches it. Versions of a file that
 * carry the same value are one finding.
 */
export async function attributeHistory(
  findings: readonly Finding[],
  index: HistoryIndex,
  tips: readonly Tip[],
  repository: Repository,
  signal: AbortSignal,
): Promise<readonly Finding[]> {
  if (findings.length === 0) return findings;
  const carriers = findCarriers(
    index,
    findings.map((finding) => finding.locations[0]),
  );
  const values = findings.map((finding) => valueOf(finding));
  const stories = new Map(values.map((value) => [value, new Story()]));
  const byBlob = storiesByBlob(index, carriers, values, stories);
  const byCommit = new Map(findings.flatMap((finding, at) => messageKey(finding, stories.get(values[at] ?? ''))));
  const gap = await read(repository, byBlob, byCommit, signal);
  nameRefs(index, tips, stories.values());
  return merge(findings, values).map(({ finding, value }) => tell(finding, stories.get(value), gap));
}

/** What is known of one value. */
class Story {
  readonly timeline = new Timeline();
  atHead = false;
  refs: readonly string[] = [];
}

/** Findings of one rule with the same strongest fingerprint are about the same value. */
function valueOf({ ruleId, fingerprints: [strongest] }: Finding): string {
  return `${ruleId}\0${strongest?.kind ?? ''}\0${strongest?.value ?? ''}`;
}

function storiesByBlob(
  index: HistoryIndex,
  carriers: Carriers,
  values: readonly string[],
  stories: ReadonlyMap<string, Story>,
): Map<string, Set<Story>> {
  const byBlob = new Map<string, Set<Story>>();
  for (const [object, found] of carriers) {
    const told = [...found].flatMap((finding) => stories.get(values[finding] ?? '') ?? []);
    byBlob.set(index.table.id(object), new Set(told));
  }
  return byBlob;
}

/** A finding in a message belongs to the commit that has the message. */
function messageKey({ locations: [place] }: Finding, story: Story | undefined): [string, Story][] {
  const isMessage = place.blob === undefined && place.commit !== undefined;
  return isMessage && story ? [[place.commit, story]] : [];
}

/** Has git tell the whole story; gives why it could not, where the repository is damaged. */
async function read(
  repository: Repository,
  byBlob: ReadonlyMap<string, ReadonlySet<Story>>,
  byCommit: ReadonlyMap<string, Story>,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    for await (const commit of readLog(repository.place, ['--all', '--reflog'], signal)) {
      const touched = new Set<Story>();
      for (const { before, after } of commit.changes) {
        for (const id of [...before, after]) byBlob.get(id)?.forEach((story) => touched.add(story));
      }
      for (const story of touched) story.timeline.note(commit, (id) => byBlob.get(id)?.has(story) === true);
      const own = byCommit.get(commit.id);
      if (own) own.timeline.introduced ??= { commit: commit.id, time: commit.time, author: commit.author, path: '' };
    }
    await markHead(repository, byBlob, signal);
    return undefined;
  } catch (error) {
    if (error instanceof GitError) return error.message;
    throw error;
  }
}

async function markHead(
  repository: Repository,
  byBlob: ReadonlyMap<string, ReadonlySet<Story>>,
  signal: AbortSignal,
): Promise<void> {
  if (repository.head === undefined) return;
  const listed = await runGit(repository.place, ['ls-tree', '-r', '-z', '--full-tree', repository.head], { signal });
  for (const line of listed.toString('latin1').split('\0')) {
    const id = line.slice(0, line.indexOf('\t')).split(' ')[2] ?? '';
    byBlob.get(id)?.forEach((story) => (story.atHead = true));
  }
}

function nameRefs(index: HistoryIndex, tips: readonly Tip[], stories: Iterable<Story>): void {
  const named = tips.flatMap(({ id, ref }) => (ref === undefined ? [] : [{ ref, commit: index.commitOf(id) }]));
  const descendants = new Descendants(index.graph, index.table.count);
  const known = new Map<string, readonly string[]>();
  for (const story of stories) {
    const commit = story.timeline.introduced?.commit;
    if (commit === undefined) continue;
    if (!known.has(commit) && known.size < mostRefQuestions) {
      const reached = descendants.of(index.numberOf(commit));
      known.set(
        commit,
        named.filter((tip) => reached.has(tip.commit)).map((tip) => tip.ref),
      );
    }
    story.refs = known.get(commit) ?? [];
  }
}

/** Of the versions of a file that hold the same value, the first that was found stands for all. */
function merge(findings: readonly Finding[], values: readonly string[]): { finding: Finding; value: string }[] {
  const kept = new Map<string, { finding: Finding; value: string }>();
  findings.forEach((finding, at) => {
    const value = values[at] ?? '';
    const key = finding.fingerprints.length === 0 ? String(at) : `${value}\0${finding.locations[0].uri}`;
    if (!kept.has(key)) kept.set(key, { finding, value });
  });
  return [...kept.values()];
}

function tell(finding: Finding, story: Story | undefined, gap: string | undefined): Finding {
  if (!story) return finding;
  const { introduced, removed, paths } = story.timeline;
  const [place, ...others] = finding.locations;
  const commit = place.commit ?? introduced?.commit;
  const first: Location = { ...place, ...(commit !== undefined && { commit }) };
  const elsewhere = [...paths].map((path) => showPath(path)).filter((path) => path !== place.uri);
  const history: { [key: string]: JsonValue } = {
    atHead: story.atHead,
    reachable: introduced !== undefined,
    paths: [place.uri, ...elsewhere].slice(0, mostPaths),
    refs: story.refs.slice(0, mostRefs),
    ...(introduced && { introduced: describe(introduced) }),
    ...(gap !== undefined && { incomplete: gap }),
    ...(removed && !story.atHead && { removed: describe(removed) }),
  };
  return { ...finding, locations: [first, ...others], properties: { ...finding.properties, history } };
}

function describe({ commit, time, author, path }: Turn): { readonly [key: string]: JsonValue } {
  return { commit, author, date: new Date(time * 1000).toISOString(), path: showPath(path) };
}
