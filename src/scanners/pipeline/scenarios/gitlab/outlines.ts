import type { Trust } from '../scenario.ts';

/** A scenario as a row of the table. */
export interface Outline {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly starter: Trust;
  readonly checkout: Trust;
  readonly privileged: boolean | undefined;
  readonly ref: 'default' | 'protected' | 'branch' | 'tag-protected' | 'tag' | 'merge-request';
  readonly setsVariables?: boolean;
}

/** GitLab documentation, "Choose when jobs run", "Predefined CI/CD variables", "Merge request pipelines". */
export const outlines: readonly Outline[] = [
  {
    id: 'push-default',
    title: 'push to the default branch',
    source: 'push',
    starter: 'maintainer',
    checkout: 'maintainer',
    privileged: true,
    ref: 'default',
  },
  {
    id: 'push-protected',
    title: 'push to another protected branch',
    source: 'push',
    starter: 'maintainer',
    checkout: 'maintainer',
    privileged: true,
    ref: 'protected',
  },
  {
    id: 'push-branch',
    title: 'push to an unprotected branch',
    source: 'push',
    starter: 'developer',
    checkout: 'developer',
    privileged: false,
    ref: 'branch',
    setsVariables: true,
  },
  {
    id: 'merge-request',
    title: 'merge request of this project',
    source: 'merge_request_event',
    starter: 'developer',
    checkout: 'developer',
    privileged: undefined,
    ref: 'merge-request',
    setsVariables: true,
  },
  {
    id: 'merge-request-fork',
    title: 'merge request of a fork, run in the fork',
    source: 'merge_request_event',
    starter: 'outsider',
    checkout: 'outsider',
    privileged: false,
    ref: 'merge-request',
  },
  {
    id: 'merge-request-fork-in-parent',
    title: 'merge request of a fork, run here by a member',
    source: 'merge_request_event',
    starter: 'developer',
    checkout: 'outsider',
    privileged: false,
    ref: 'merge-request',
  },
  {
    id: 'tag-protected',
    title: 'protected tag',
    source: 'push',
    starter: 'maintainer',
    checkout: 'maintainer',
    privileged: true,
    ref: 'tag-protected',
  },
  {
    id: 'tag',
    title: 'unprotected tag',
    source: 'push',
    starter: 'developer',
    checkout: 'developer',
    privileged: false,
    ref: 'tag',
    setsVariables: true,
  },
  {
    id: 'schedule',
    title: 'schedule on the default branch',
    source: 'schedule',
    starter: 'maintainer',
    checkout: 'maintainer',
    privileged: true,
    ref: 'default',
    setsVariables: true,
  },
  {
    id: 'web',
    title: 'started by hand on the default branch',
    source: 'web',
    starter: 'maintainer',
    checkout: 'maintainer',
    privileged: true,
    ref: 'default',
    setsVariables: true,
  },
  {
    id: 'web-branch',
    title: 'started by hand on an unprotected branch',
    source: 'web',
    starter: 'developer',
    checkout: 'developer',
    privileged: false,
    ref: 'branch',
    setsVariables: true,
  },
  {
    id: 'api',
    title: 'started through the API on the default branch',
    source: 'api',
    starter: 'maintainer',
    checkout: 'maintainer',
    privileged: true,
    ref: 'default',
    setsVariables: true,
  },
  {
    id: 'trigger',
    title: 'trigger token, on the default branch',
    source: 'trigger',
    starter: 'maintainer',
    checkout: 'maintainer',
    privileged: true,
    ref: 'default',
    setsVariables: true,
  },
  {
    id: 'pipeline',
    title: 'started by another project, on the default branch',
    source: 'pipeline',
    starter: 'developer',
    checkout: 'maintainer',
    privileged: true,
    ref: 'default',
    setsVariables: true,
  },
];

/** A child pipeline runs as whatever started its parent; alone it says only this of itself. */
export const childOutline: Outline = {
  id: 'parent',
  title: 'started by the parent pipeline',
  source: 'parent_pipeline',
  starter: 'developer',
  checkout: 'developer',
  privileged: undefined,
  ref: 'branch',
  setsVariables: true,
};
