import type { SourceText } from '../../lib/text/source-text.ts';
import { readGithubAction } from './github/read-action.ts';
import { readGithubWorkflow } from './github/read-github.ts';
import { readGitlabComponent, readGitlabPipelines } from './gitlab/read-gitlab.ts';
import { readAzurePipeline } from './other/read-azure.ts';
import { readBitbucketPipeline } from './other/read-bitbucket.ts';
import { readCircleciPipeline } from './other/read-circleci.ts';
import { readJenkinsfile } from './other/read-jenkins.ts';
import { readTektonPipeline } from './other/read-tekton.ts';
import type { Pipeline } from './model/pipeline.ts';
import type { RepositoryFiles } from './model/repository-files.ts';

/** A kind of file that defines a pipeline: how it is called, how it is read. */
export interface DefinitionFile {
  readonly matches: RegExp;
  /** Words that one of these files has in it, where the name does not tell. */
  readonly mentions?: string;
  read(source: SourceText, files: RepositoryFiles): readonly Pipeline[];
}

/** Every kind of pipeline definition that is read. A new platform is one line here. */
export const definitionFiles: readonly DefinitionFile[] = [
  { matches: /(?:^|\/)\.gitlab-ci\.ya?ml$/, read: readGitlabPipelines },
  {
    matches: /^templates\/(?:[^/]+|[^/]+\/template)\.ya?ml$/,
    mentions: 'spec:',
    read: readGitlabComponent,
  },
  { matches: /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/, read: (source) => [readGithubWorkflow(source)] },
  { matches: /(?:^|\/)action\.ya?ml$/, mentions: 'runs:', read: (source) => readGithubAction(source) },
  {
    matches: /(?:^|\/)\.?azure-pipelines[^/]*\.ya?ml$|(?:^|\/)\.azure-pipelines\/.*\.ya?ml$/,
    read: (source) => [readAzurePipeline(source)],
  },
  { matches: /(?:^|\/)\.circleci\/[^/]+\.ya?ml$/, read: (source) => [readCircleciPipeline(source)] },
  { matches: /(?:^|\/)bitbucket-pipelines\.ya?ml$/, read: (source) => [readBitbucketPipeline(source)] },
  { matches: /(?:^|\/)Jenkinsfile[^/]*$/, read: (source) => [readJenkinsfile(source)] },
  { matches: /\.ya?ml$/, mentions: 'tekton.dev/', read: (source) => [readTektonPipeline(source)] },
];
