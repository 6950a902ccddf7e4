import type { RuleMeta } from '../../../model/rule.ts';

type Text = Pick<RuleMeta, 'title' | 'why' | 'fix'>;

/** The texts of rules that have a file for each platform. */
export const artifactPoisoningText: Text = {
  title: 'Files of another pipeline are run unchecked',
  why: 'Whoever can run a job there, a stranger in a pull request or a branch that nobody reviews, decides what is in the artifact, and here it is run with the rights of this job.',
  fix: 'Take data of a fixed form only, into an empty directory, and never run or source it; take artifacts of protected refs, and check their digest or signature.',
};

export const cachePoisoningText: Text = {
  title: 'Cache that others can fill and releases read',
  why: 'Code of a pull request, or of a branch that nobody reviews, leaves in the cache what it likes; a release restores it and publishes what came with it, with a valid provenance.',
  fix: 'GitHub: no caches in workflows that run code of pull requests with rights, nor in those that publish. GitLab: no `unprotect`, and caches of protected branches apart in the settings.',
};

export const oidcUnscopedText: Text = {
  title: 'Identity token in jobs that do not need it',
  why: 'Clouds and registries trust the token. Every step and every dependency of a job that can get one can take the role, and in a merge request its author can.',
  fix: 'Give it to the one job that deploys, for protected refs and with an environment, and bind the role to them.',
};

export const tokenOverreachText: Text = {
  title: 'Jobs get more rights than they need',
  why: 'Every step, action and dependency can use what a job is given: a token that writes, or variables of another pipeline, which override what the project sets.',
  fix: 'GitHub: `permissions: {}` or `contents: read` for the workflow, more for single jobs. GitLab: leave `pipeline_variables` off, set `yaml_variables: false`, hand on by name.',
};

export const selfHostedText: Text = {
  title: "Strangers' code runs on a machine of your own",
  why: 'Code of a fork runs on a machine that lives on and stands in your network: it stays there, reads what later jobs use, and reaches what the machine reaches.',
  fix: 'Run such jobs on hosted or throw-away machines; keep runners of your own for protected branches, in a group that forks can not reach.',
};
