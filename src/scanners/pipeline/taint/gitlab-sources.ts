import type { Untrusted } from './flow.ts';

type Source = Omit<Untrusted, 'source' | 'steps'>;

const text = { trust: 'outsider', form: 'arbitrary', multiline: true } as const;
const line = { trust: 'outsider', form: 'arbitrary', multiline: false } as const;
const outsideName = { trust: 'outsider', form: 'structured', multiline: false } as const;
const name = { trust: 'developer', form: 'structured', multiline: false } as const;

/**
 * Predefined variables that people choose the value of (GitLab, "Predefined CI/CD variables reference"). Messages and
 * titles travel with commits and merge requests from forks; names of branches and tags need the right to push. Names of
 * users, slugs, hashes and numbers have a fixed form and are not here.
 */
export const gitlabSources: ReadonlyMap<string, Source> = new Map<string, Source>([
  ['CI_COMMIT_MESSAGE', text],
  ['CI_COMMIT_DESCRIPTION', text],
  ['CI_COMMIT_TITLE', line],
  ['CI_COMMIT_AUTHOR', line],
  ['CI_COMMIT_TAG_MESSAGE', { ...text, trust: 'developer' }],
  ['CI_MERGE_REQUEST_TITLE', line],
  ['CI_MERGE_REQUEST_DESCRIPTION', text],
  ['CI_MERGE_REQUEST_SOURCE_BRANCH_NAME', outsideName],
  ['CI_MERGE_REQUEST_LABELS', { ...line, trust: 'developer' }],
  ['CI_MERGE_REQUEST_MILESTONE', { ...line, trust: 'developer' }],
  ['CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_NAME', outsideName],
  ['CI_COMMIT_REF_NAME', name],
  ['CI_COMMIT_BRANCH', name],
  ['CI_COMMIT_TAG', name],
  ['CI_BUILD_REF_NAME', name],
  ['CI_BUILD_TAG', name],
  ['GITLAB_USER_NAME', { ...line, trust: 'developer' }],
  ['GITLAB_USER_EMAIL', { ...name, trust: 'developer' }],
  ['CI_PIPELINE_NAME', { ...line, trust: 'developer' }],
  ['TRIGGER_PAYLOAD', { ...text, trust: 'developer' }],
]);

/** Secrets that GitLab makes for a job and masks in its log. */
export const gitlabTokens: ReadonlySet<string> = new Set([
  'CI_JOB_TOKEN',
  'CI_BUILD_TOKEN',
  'CI_REGISTRY_PASSWORD',
  'CI_DEPLOY_PASSWORD',
  'CI_DEPENDENCY_PROXY_PASSWORD',
  'CI_REPOSITORY_URL',
]);
