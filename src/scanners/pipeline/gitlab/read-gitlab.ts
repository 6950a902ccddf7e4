import type { SourceText } from '../../../lib/text/source-text.ts';
import type { Pipeline } from '../model/pipeline.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import type { Variable } from '../model/variable.ts';
import { forwardedBy, readChild } from './child-pipelines.ts';
import { expand } from './expand.ts';
import { assemble, type Assembled } from './includes.ts';
import { headerOf } from './load-file.ts';

/** Child pipelines of one definition; more are made up. */
const mostChildren = 500;

/**
 * Reads a GitLab pipeline and the child pipelines that it starts from files of the repository. The order is GitLab's:
 * inputs, includes, merge, extends, references, defaults, matrices.
 */
export function readGitlabPipelines(source: SourceText, files: RepositoryFiles): readonly Pipeline[] {
  return readFrom(source, files, false);
}

/**
 * Reads a CI/CD component: a template whose header has nothing but `spec` (GitLab documentation, "CI/CD components").
 * Its inputs have their defaults; those without stay as they are written.
 */
export function readGitlabComponent(source: SourceText, files: RepositoryFiles): readonly Pipeline[] {
  const header = headerOf(source);
  return header?.entries.every(({ key }) => key.text === 'spec') === true ? readFrom(source, files, true) : [];
}

function readFrom(source: SourceText, files: RepositoryFiles, isPart: boolean): readonly Pipeline[] {
  const pipelines: Pipeline[] = [];
  const waiting: {
    assembled: Assembled;
    source: SourceText;
    startedBy?: string;
    forwarded?: readonly Variable[];
  }[] = [{ assembled: assemble(source, files), source }];
  const seen = new Set([source.uri]);
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const expanded = expand(next.assembled, next.source, next.startedBy, isPart && next.source === source);
    const pipeline = next.forwarded ? { ...expanded, forwarded: next.forwarded } : expanded;
    pipelines.push(pipeline);
    for (const job of pipeline.jobs) {
      const child = waiting.length < mostChildren ? readChild(job, files) : undefined;
      if (!child) continue;
      const [uri] = child.assembled.includedAt.keys();
      const file = uri === undefined ? undefined : files.read(uri);
      // One that comes from elsewhere altogether is a pipeline of holes.
      const forwarded = forwardedBy(job, pipeline);
      if (!file || !seen.has(file.uri)) waiting.push({ ...child, source: file ?? next.source, forwarded });
      if (file) seen.add(file.uri);
    }
  }
  return pipelines;
}
