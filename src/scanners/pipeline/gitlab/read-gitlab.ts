import type { SourceText } from '../../../lib/text/source-text.ts';
import { YamlMap, type YamlNode } from '../../../lib/yaml/node.ts';
import { parseYaml } from '../../../lib/yaml/parse-yaml.ts';
import type { Pipeline, Problem } from '../model/pipeline.ts';
import { readJob } from './read-job.ts';
import { readVariables } from './read-variables.ts';

const globalKeywords: ReadonlySet<string> = new Set([
  'default',
  'include',
  'stages',
  'variables',
  'workflow',
  'spec',
  'image',
  'services',
  'cache',
  'before_script',
  'after_script',
]);
const defaultable = [
  'after_script',
  'artifacts',
  'before_script',
  'cache',
  'hooks',
  'id_tokens',
  'image',
  'interruptible',
  'retry',
  'services',
  'tags',
  'timeout',
];

/** Reads a GitLab pipeline from its root file. */
export function readGitlabPipeline(source: SourceText): Pipeline {
  const file = parseYaml(source, { version: '1.1', sequenceTags: ['!reference'] });
  const problems: Problem[] = file.problems.map(({ code, message, range }) => ({ code, message, at: range }));
  const root = file.documents.findLast((document) => document !== undefined);
  const document = root instanceof YamlMap ? root : new YamlMap([], { source, start: 0, end: 0 });
  const variables = readVariables(document.map('variables'), 'pipeline');
  const jobs = document.entries.flatMap(({ key, value }) => {
    if (globalKeywords.has(key.text) || key.text.startsWith('.') || value.kind !== 'map') return [];
    return [readJob(key, withDefaults(extended(value, document, 0), document), variables)];
  });
  return { dialect: 'gitlab', source, document, jobs, variables, holes: [], problems };
}

function extended(job: YamlMap, document: YamlMap, depth: number): YamlMap {
  const parents = job.list('extends').flatMap((item) => (item.kind === 'scalar' ? [document.map(item.text)] : []));
  if (depth > 11) return job;
  return [...parents.flatMap((parent) => (parent ? [extended(parent, document, depth + 1)] : [])), job].reduce(merge);
}

function merge(below: YamlMap, above: YamlMap): YamlMap {
  const entries = new Map(below.entries.map((entry) => [entry.key.text, entry]));
  for (const entry of above.entries) {
    const old = entries.get(entry.key.text)?.value;
    const value: YamlNode = old?.kind === 'map' && entry.value.kind === 'map' ? merge(old, entry.value) : entry.value;
    entries.set(entry.key.text, { key: entry.key, value });
  }
  return new YamlMap([...entries.values()], above.range);
}

function withDefaults(job: YamlMap, document: YamlMap): YamlMap {
  const defaults = document.map('default');
  const inherited = defaultable.flatMap((key) => {
    const entry = defaults?.entry(key) ?? document.entry(key);
    return entry && !job.get(key) ? [entry] : [];
  });
  return new YamlMap([...inherited, ...job.entries], job.range);
}
