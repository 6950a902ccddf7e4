import type { Example } from '../../../../model/rule.ts';
import type { GithubFacts } from '../../facts/github-facts-schema.ts';
import type { GitlabFacts } from '../../facts/gitlab-facts-schema.ts';

/** A project with these settings and a pipeline that does nothing wrong. */
export function withGitlab(gitlab: GitlabFacts, pipeline = 'a:\n  script: make test\n'): Example {
  const code = JSON.stringify({ version: 1, gitlab });
  return { path: 'portcullis.facts.json', code, beside: { '.gitlab-ci.yml': pipeline } };
}

const workflow = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make test\n';

/** A repository with these settings and a workflow that does nothing wrong. */
export function withGithub(github: GithubFacts, pipeline = workflow): Example {
  const code = JSON.stringify({ version: 1, github });
  return { path: 'portcullis.facts.json', code, beside: { '.github/workflows/ci.yml': pipeline } };
}

/** A repository whose settings Terraform makes, and a pipeline that does nothing wrong. */
export function withTerraform(code: string): Example {
  return { path: 'settings.tf', code, beside: { '.gitlab-ci.yml': 'a:\n  script: make test\n' } };
}
