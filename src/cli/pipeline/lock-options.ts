import type { Option } from '../command.ts';

/** What only `pipeline lock` takes. */
export const lockOptions: readonly Option[] = [
  { name: 'check', summary: 'With lock: change nothing, ask nobody; exit 1 with a list if ci.lock is not up to date.' },
  { name: 'online', summary: 'With lock: ask registries and repositories what names stand for.' },
  { name: 'vendor', summary: 'With lock --online: keep copies of included files and actions in ci.lock.d.' },
  { name: 'update', summary: 'With lock --online: follow tags and branches that are meant to move.' },
  { name: 'accept-moved', summary: 'With lock --online: take exact versions that are something else than they were.' },
  { name: 'min-age', value: 'AGE', summary: 'With lock --online: take nothing younger than this, for example 7d.' },
  {
    name: 'mirror',
    value: 'HOST=URL',
    repeat: true,
    summary: 'With lock --online: ask this address instead of the host, for example docker.io=https://mirror.example.',
  },
  {
    name: 'include-cache',
    value: 'DIR',
    summary: 'Copies of what ci.lock names, by digest; lock --online fills it, expand reads it.',
  },
];
