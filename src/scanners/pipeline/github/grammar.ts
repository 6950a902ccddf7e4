import type { Shape } from '../definition/shape.ts';

/**
 * What keywords of workflows and actions may hold (GitHub documentation, "Workflow syntax for GitHub Actions", "Metadata
 * syntax reference", "Events that trigger workflows"). Kept to what GitHub refuses.
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
const scalar: Shape = { scalar: { types: ['string', 'number', 'boolean'] } };
const text: Shape = scalar;
const flag: Shape = { scalar: { types: ['boolean'] } };
const number: Shape = { scalar: { types: ['number'] } };
const textOrTexts: Shape = { ...text, list: { of: text } };
const words = (...allowed: string[]): Shape => ({ scalar: { types: ['string', 'boolean', 'number'], words: allowed } });
const map = (keys: Readonly<Record<string, Shape>>, ...required: string[]): Shape => ({ map: { keys, required } });
const mapOf = (others: Shape): Shape => ({ map: { keys: {}, others } });

const env: Shape = { ...mapOf(scalar), ...text };
const level = words('read', 'write', 'none');
const scopes =
  'actions artifact-metadata attestations checks code-quality contents deployments discussions id-token issues models packages pages pull-requests repository-projects security-events statuses';
const permissions: Shape = {
  ...words('read-all', 'write-all'),
  ...map(Object.fromEntries(scopes.split(' ').map((scope) => [scope, level]))),
};
const concurrency: Shape = {
  ...text,
  ...map({ group: text, 'cancel-in-progress': flag, queue: text }, 'group'),
};
const defaults = map({ run: map({ shell: text, 'working-directory': text }) });
const container: Shape = {
  ...text,
  ...map({ image: text, credentials: mapOf(text), env, ports: anything, volumes: textOrTexts, options: text }),
};
const service: Shape = {
  ...text,
  ...map({
    image: text,
    credentials: mapOf(text),
    env,
    ports: anything,
    volumes: textOrTexts,
    options: text,
    command: text,
    entrypoint: text,
  }),
};

const stepKeys: Readonly<Record<string, Shape>> = {
  id: text,
  if: scalar,
  name: text,
  uses: text,
  run: text,
  'working-directory': text,
  shell: text,
  with: mapOf(scalar),
  env,
  'continue-on-error': flag,
  'timeout-minutes': number,
};
const steps: Shape = {
  list: {
    of: map({
      ...stepKeys,
      background: flag,
      wait: anything,
      'wait-all': anything,
      cancel: anything,
      parallel: anything,
    }),
  },
};

export const jobShape: Shape = map({
  name: text,
  needs: textOrTexts,
  permissions,
  if: scalar,
  'runs-on': { ...textOrTexts, ...map({ group: text, labels: textOrTexts }) },
  environment: { ...text, ...map({ name: text, url: text, deployment: flag }, 'name') },
  concurrency,
  outputs: mapOf(scalar),
  env,
  defaults,
  steps,
  'timeout-minutes': number,
  strategy: { ...text, ...map({ matrix: anything, 'fail-fast': flag, 'max-parallel': number }) },
  'continue-on-error': flag,
  container,
  services: { ...text, ...mapOf(service) },
  snapshot: anything,
  uses: text,
  with: mapOf(anything),
  secrets: { ...words('inherit'), ...mapOf(scalar) },
});

const types: Readonly<Record<string, Shape>> = { types: textOrTexts };
const refs: Readonly<Record<string, Shape>> = { branches: textOrTexts, 'branches-ignore': textOrTexts };
const paths: Readonly<Record<string, Shape>> = { paths: textOrTexts, 'paths-ignore': textOrTexts };
const tags: Readonly<Record<string, Shape>> = { tags: textOrTexts, 'tags-ignore': textOrTexts };
const inputOf = (...kinds: string[]): Shape =>
  map({
    description: text,
    deprecationMessage: text,
    required: flag,
    default: scalar,
    type: words(...kinds),
    options: { list: { of: scalar } },
  });
const requests = map({ ...types, ...refs, ...paths, ...tags });
const plain =
  'branch_protection_rule check_run check_suite create delete deployment deployment_status discussion discussion_comment fork gollum image_version issue_comment issues label milestone page_build project project_card project_column public pull_request_review pull_request_review_comment registry_package release repository_dispatch status watch';

export const events: Readonly<Record<string, Shape>> = {
  // Filters that do nothing are let through.
  ...Object.fromEntries(plain.split(' ').map((event) => [event, requests])),
  push: map({ ...refs, ...tags, ...paths }),
  pull_request: requests,
  pull_request_target: requests,
  merge_group: requests,
  workflow_run: map({ ...types, ...refs, workflows: textOrTexts }),
  workflow_dispatch: map({ inputs: mapOf(inputOf('string', 'number', 'boolean', 'choice', 'environment')) }),
  workflow_call: map({
    inputs: mapOf(inputOf('string', 'number', 'boolean')),
    outputs: mapOf(map({ description: text, value: scalar })),
    secrets: mapOf(map({ description: text, required: flag })),
  }),
  schedule: { list: { of: map({ cron: text, timezone: text }, 'cron') } },
};

export const workflowShape: Shape = map({
  name: text,
  'run-name': text,
  on: { scalar: { types: ['string'] }, list: { of: text }, map: { keys: events } },
  permissions,
  env,
  defaults,
  concurrency,
  // Jobs are looked at one by one.
  jobs: mapOf(anything),
});

const runs = map(
  {
    using: text,
    steps,
    main: text,
    pre: text,
    'pre-if': scalar,
    post: text,
    'post-if': scalar,
    image: text,
    env,
    entrypoint: text,
    'pre-entrypoint': text,
    'post-entrypoint': text,
    args: { list: { of: scalar } },
  },
  'using',
);

export const actionShape: Shape = map({
  name: text,
  author: text,
  description: text,
  inputs: mapOf(map({ description: text, required: scalar, default: scalar, deprecationMessage: text, type: text })),
  outputs: mapOf(map({ description: text, value: scalar })),
  runs,
  branding: mapOf(text),
});
