import type { SourceText } from '../../../lib/text/source-text.ts';
import type { YamlEntry, YamlMap } from '../../../lib/yaml/node.ts';
import type { Job } from '../model/job.ts';
import type { Pipeline, Problem } from '../model/pipeline.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import { childSources } from './child-pipelines.ts';
import { inheritedVariables, withDefaults } from './defaults.ts';
import { JobExtension } from './extend-jobs.ts';
import { assemble, type Assembled } from './includes.ts';
import { globalKeywords, jobKeywords } from './keywords.ts';
import { readJob } from './read-job.ts';
import { readVariables } from './read-variables.ts';
import { resolveReferences } from './references.ts';
import { checkKeywords } from './check-keywords.ts';

/**
 * Reads a GitLab pipeline and the child pipelines that it starts from files of the repository. The order is GitLab's:
 * inputs, includes, merge, extends, references, defaults.
 */
export function readGitlabPipelines(source: SourceText, files: RepositoryFiles): readonly Pipeline[] {
  const pipelines: Pipeline[] = [];
  const waiting: { readonly source: SourceText; readonly startedBy?: string }[] = [{ source }];
  const seen = new Set([source.uri]);
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const pipeline = expand(assemble(next.source, files), next.source, next.startedBy);
    const children = childSources(pipeline, files).filter((child) => !seen.has(child.source.uri));
    for (const child of children) seen.add(child.source.uri);
    waiting.push(...children);
    pipelines.push(pipeline);
  }
  return pipelines;
}

function expand({ document, holes, problems }: Assembled, source: SourceText, startedBy: string | undefined): Pipeline {
  const variables = readVariables(document.map('variables'), 'pipeline');
  const extension = new JobExtension(document);
  const found: Problem[] = [];
  const find = (name: string): YamlMap | undefined => {
    const job = document.map(name);
    return job && extension.extend(job).body;
  };
  const jobs = document.entries.filter(isJob).map(({ key, value }): Job => {
    const { body, missing } = extension.extend(value as YamlMap);
    if (missing.length > 0 && holes.length === 0) {
      const at = body.entry('extends')?.value.range ?? key.range;
      found.push({ code: 'missing', message: `${key.text} extends ${missing.join(', ')}, which is not there`, at });
    }
    const resolved = resolveReferences(withDefaults(body, document), find);
    const job = readJob(key, resolved.kind === 'map' ? resolved : body, inheritedVariables(body, variables));
    return missing.length > 0 ? { ...job, unresolved: missing } : job;
  });
  return {
    dialect: 'gitlab',
    source,
    document,
    jobs,
    variables,
    holes,
    problems: [...problems, ...extension.problems, ...found, ...checkKeywords(document)],
    ...(startedBy !== undefined && { startedBy }),
  };
}

/** A key at the top that is no keyword is a job; one that begins with a dot is hidden. */
function isJob({ key, value }: YamlEntry): boolean {
  if (key.text.startsWith('.') || value.kind !== 'map') return false;
  return (
    !globalKeywords.has(key.text) ||
    (key.text === 'pages' && value.entries.some((entry) => jobKeywords.has(entry.key.text)))
  );
}
