import type { SourceText } from '../../lib/text/source-text.ts';
import { readGithubWorkflow } from './github/read-github.ts';
import { readGitlabPipelines } from './gitlab/read-gitlab.ts';
import type { Pipeline } from './model/pipeline.ts';
import type { RepositoryFiles } from './model/repository-files.ts';

/** A kind of file that defines a pipeline: how it is called, how it is read. */
export interface DefinitionFile {
  readonly matches: RegExp;
  read(source: SourceText, files: RepositoryFiles): readonly Pipeline[];
}

/** Every kind of pipeline definition that is read. A new platform is one line here. */
export const definitionFiles: readonly DefinitionFile[] = [
  { matches: /(?:^|\/)\.gitlab-ci\.ya?ml$/, read: readGitlabPipelines },
  { matches: /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/, read: (source) => [readGithubWorkflow(source)] },
];
