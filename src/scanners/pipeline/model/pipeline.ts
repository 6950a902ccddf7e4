import type { SourceText, TextRange } from '../../../lib/text/source-text.ts';
import type { YamlMap } from '../../../lib/yaml/node.ts';
import type { ForeignFile } from '../lock/foreign-file.ts';
import type { Job } from './job.ts';
import type { Variable } from './variable.ts';

export type Dialect = 'gitlab' | 'github' | 'azure' | 'circleci' | 'bitbucket' | 'tekton' | 'jenkins';

/** Something from elsewhere that the definition names: it may bring jobs, keys, values. */
export interface Inclusion {
  readonly kind: 'project' | 'remote' | 'template' | 'component' | 'local' | 'artifact' | 'action' | 'workflow';
  readonly address: string;
  readonly ref?: string;
  /** The mapping that names it, where it is one. */
  readonly body?: YamlMap;
  readonly at: TextRange;
}

/** One that is not in the repository. */
export interface Hole extends Inclusion {
  /** Why it could not be looked at, as a clause: `not in ci.lock`. */
  readonly reason: string;
}

/** A mistake in the definition, found while it was read. */
export interface Problem {
  readonly code: 'syntax' | 'duplicate-key' | 'limit' | 'schema' | 'unknown-key' | 'cycle' | 'missing';
  readonly message: string;
  readonly at: TextRange;
}

/** A pipeline definition after expansion. */
export interface Pipeline {
  readonly dialect: Dialect;
  /** The file it starts from. */
  readonly source: SourceText;
  /** The definition as one mapping, includes merged. */
  readonly document: YamlMap;
  readonly jobs: readonly Job[];
  /** What is set for all jobs. */
  readonly variables: readonly Variable[];
  readonly holes: readonly Hole[];
  /** What it includes from other projects and by names with variables, whether that could be looked at or not. */
  readonly inclusions?: readonly Inclusion[];
  /** The same file by file, with those that included files take from their own projects. */
  readonly foreignFiles?: readonly ForeignFile[];
  /** Where each file that it is made of is named, by its URI. */
  readonly includedAt?: ReadonlyMap<string, TextRange>;
  readonly problems: readonly Problem[];
  /** Only steps, images and variables were read; nothing can be said of what is missing or of who runs what. */
  readonly thin?: true;
  /** Steps that others run in their jobs (GitHub's `action.yml`): it has no way to start, no token, no runner of its own. */
  readonly action?: true;
  /** A part of pipelines of others (GitLab's CI/CD component): what it lacks they may have. */
  readonly component?: true;
  /** The job of the parent pipeline that starts it, for a child. */
  readonly startedBy?: string;
  /** What that job hands over: it goes before all that the child sets itself. */
  readonly forwarded?: readonly Variable[];
}
