import type { Shape } from '../definition/shape.ts';

/**
 * What keywords of a definition may hold (GitLab documentation, "CI/CD YAML syntax reference"). Kept to what GitLab
 * refuses: where its own readers are lenient, so is this.
 */

const anything: Shape = {
  scalar: { types: ['string', 'number', 'boolean'] },
  get list() {
    return { of: anything };
  },
  get map() {
    return { keys: {}, others: anything };
  },
};

const text: Shape = { scalar: { types: ['string', 'number'] } };
const flag: Shape = { scalar: { types: ['boolean'] } };
const number: Shape = { scalar: { types: ['number'] } };
const texts: Shape = { list: { of: text } };
const textOrTexts: Shape = { ...text, ...texts };
const nestedTexts: Shape = { list: { of: { ...text, list: { of: { ...text, list: { of: anything } } } } } };
const script: Shape = { scalar: { types: ['string'] }, ...nestedTexts };

const words = (...allowed: string[]): Shape => ({ scalar: { types: ['string', 'boolean', 'number'], words: allowed } });
const map = (keys: Readonly<Record<string, Shape>>, ...required: string[]): Shape => ({ map: { keys, required } });
const mapOf = (others: Shape): Shape => ({ map: { keys: {}, others } });

const variable: Shape = {
  scalar: { types: ['string', 'number', 'boolean'] },
  map: {
    keys: { value: anything, description: text, expand: flag, options: texts },
  },
};
const variables = mapOf(variable);

const pullPolicy = words('always', 'never', 'if-not-present');
const imageKeys = {
  name: text,
  entrypoint: textOrTexts,
  docker: map({ platform: text, user: text }),
  kubernetes: map({ user: text }),
  pull_policy: { ...pullPolicy, list: { of: pullPolicy } },
};
const image: Shape = { ...text, ...map(imageKeys, 'name') };
const service: Shape = { ...text, ...map({ ...imageKeys, command: textOrTexts, alias: text, variables }, 'name') };

const changes: Shape = { ...texts, ...map({ paths: texts, regexp: text, compare_to: text }) };
const exists: Shape = { ...texts, ...map({ paths: texts, regexp: text, project: text, ref: text }) };
const allowFailure: Shape = {
  ...flag,
  ...map({ exit_codes: { ...number, list: { of: number } } }, 'exit_codes'),
};

const condition: Shape = { scalar: { types: ['string', 'boolean', 'number'] } };
const when = words('on_success', 'on_failure', 'always', 'never', 'manual', 'delayed');
const matrix = map({
  matrix: { list: { of: mapOf({ ...anything, list: { of: anything } }) } },
});
const need: Shape = {
  ...text,
  ...map({ job: text, artifacts: flag, optional: flag, parallel: matrix, pipeline: text, project: text, ref: text }),
};
const needs: Shape = { ...need, list: { of: { ...need, list: { of: anything } } } };

const rule: Shape = {
  ...map({
    if: condition,
    changes,
    exists,
    variables,
    when,
    start_in: text,
    allow_failure: allowFailure,
    needs,
    interruptible: flag,
  }),
  list: { of: anything },
};

const cacheWhen = words('on_success', 'on_failure', 'always');
const cacheItem: Shape = map({
  key: {
    scalar: { types: ['string', 'number', 'boolean'] },
    ...map({ files: { list: { of: text, most: 2 } }, files_commits: { list: { of: text, most: 2 } }, prefix: text }),
  },
  paths: texts,
  policy: words('pull', 'push', 'pull-push'),
  untracked: flag,
  unprotect: flag,
  when: cacheWhen,
  fallback_keys: { list: { of: text, most: 5 } },
});
const cache: Shape = { ...cacheItem, list: { of: { ...cacheItem, list: { of: anything } }, most: 4 } };

const reportKinds = [
  'accessibility',
  'annotations',
  'api_fuzzing',
  'browser_performance',
  'cluster_applications',
  'cluster_image_scanning',
  'codequality',
  'container_scanning',
  'coverage_fuzzing',
  'cyclonedx',
  'dast',
  'dependency_scanning',
  'dotenv',
  'junit',
  'license_management',
  'license_scanning',
  'load_performance',
  'lsif',
  'metrics',
  'performance',
  'repository_xray',
  'requirements',
  'requirements_v2',
  'sarif',
  'sast',
  'scip',
  'secret_detection',
  'terraform',
];
const reports = map({
  ...Object.fromEntries(reportKinds.map((kind) => [kind, textOrTexts])),
  coverage_report: map({ coverage_format: words('cobertura', 'jacoco'), path: text }),
});
const artifacts = map({
  paths: textOrTexts,
  exclude: textOrTexts,
  expose_as: text,
  name: text,
  untracked: flag,
  when: cacheWhen,
  access: words('none', 'developer', 'maintainer', 'all'),
  public: flag,
  expire_in: text,
  reports,
});

const environment: Shape = {
  ...text,
  ...map(
    {
      name: text,
      url: text,
      on_stop: text,
      action: words('start', 'prepare', 'stop', 'verify', 'access'),
      auto_stop_in: text,
      deployment_tier: words('production', 'staging', 'testing', 'development', 'other'),
      kubernetes: anything,
    },
    'name',
  ),
};

const only: Shape = {
  ...textOrTexts,
  ...map({ refs: textOrTexts, kubernetes: words('active'), variables: textOrTexts, changes: textOrTexts }),
};

const retryReason = words(
  'always',
  'unknown_failure',
  'script_failure',
  'api_failure',
  'stuck_or_timeout_failure',
  'stuck_pending_with_matching_runners',
  'stuck_pending_no_matching_runners',
  'no_updates_running',
  'no_updates_canceling',
  'runner_system_failure',
  'runner_configuration_error',
  'runner_external_dependency_failure',
  'runner_interrupted',
  'runner_unsupported',
  'runner_provisioning_timeout',
  'stale_schedule',
  'job_execution_timeout',
  'server_timeout_running',
  'server_timeout_canceling',
  'job_execution_server_timeout',
  'archived_failure',
  'unmet_prerequisites',
  'scheduler_failure',
  'data_integrity_failure',
);
const retry: Shape = {
  ...number,
  ...map({
    max: number,
    when: { ...retryReason, list: { of: retryReason } },
    exit_codes: { ...number, list: { of: number } },
  }),
};

const trigger: Shape = {
  ...text,
  ...map({
    project: text,
    branch: text,
    strategy: words('depend', 'mirror'),
    include: anything,
    inputs: anything,
    forward: map({ yaml_variables: flag, pipeline_variables: flag }),
  }),
};

const idTokens = mapOf(map({ aud: textOrTexts }, 'aud'));
const secrets = mapOf(
  map({
    vault: anything,
    gcp_secret_manager: anything,
    azure_key_vault: anything,
    aws_secrets_manager: anything,
    akeyless: anything,
    gitlab_secrets_manager: anything,
    file: flag,
    token: text,
  }),
);

const release = map(
  {
    tag_name: text,
    tag_message: text,
    name: text,
    description: text,
    ref: text,
    milestones: textOrTexts,
    released_at: text,
    assets: anything,
  },
  'tag_name',
  'description',
);

/** What a job inherits from `default` when it does not say it itself. */
const defaultable: Readonly<Record<string, Shape>> = {
  after_script: script,
  artifacts,
  before_script: script,
  cache,
  hooks: map({ pre_get_sources_script: script }),
  id_tokens: idTokens,
  identity: words('google_cloud'),
  image,
  interruptible: flag,
  retry,
  services: { list: { of: { ...service, list: { of: anything } } } },
  tags: { ...text, list: { of: { ...text, list: { of: anything } } } },
  timeout: text,
};

export const jobShapes: Readonly<Record<string, Shape>> = {
  ...defaultable,
  allow_failure: allowFailure,
  coverage: text,
  dast_configuration: anything,
  dependencies: texts,
  environment,
  except: only,
  extends: textOrTexts,
  inherit: map({ default: { ...flag, ...texts }, variables: { ...flag, ...texts } }),
  inputs: anything,
  manual_confirmation: text,
  needs,
  only,
  pages: { ...flag, ...map({ path_prefix: text, expire_in: text, publish: text }) },
  parallel: { ...number, ...matrix },
  publish: text,
  release,
  resource_group: text,
  rules: { list: { of: rule } },
  run: anything,
  script,
  secrets,
  stage: text,
  start_in: text,
  trigger,
  variables,
  when,
};

const autoCancel = map({
  on_new_commit: words('conservative', 'interruptible', 'none'),
  on_job_failure: words('all', 'none'),
});

/** Keys at the top that are no jobs. */
export const globalShapes: Readonly<Record<string, Shape>> = {
  after_script: script,
  before_script: script,
  cache,
  default: map(defaultable),
  image,
  services: defaultable['services'] ?? anything,
  stages: { list: { of: { ...text, list: { of: anything } } } },
  variables,
  workflow: map({
    name: text,
    auto_cancel: autoCancel,
    rules: {
      list: {
        of: {
          ...map({
            if: condition,
            changes,
            exists,
            variables,
            when: words('always', 'never'),
            auto_cancel: autoCancel,
          }),
          list: { of: anything },
        },
      },
    },
  }),
};

/** Their names. */
export const defaultableKeywords: readonly string[] = Object.keys(defaultable);
