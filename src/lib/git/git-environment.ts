import { resolve } from 'node:path';

/** Say where the repository is; hooks depend on them, other repositories must not see them. */
const placeVariables = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_COMMON_DIR'];
const keptVariables = new Set([
  ...placeVariables,
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_CEILING_DIRECTORIES',
  'GIT_DISCOVERY_ACROSS_FILESYSTEM',
  // The user's own configuration, where `safe.directory` is set on build machines.
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
  'GIT_CONFIG_COUNT',
]);

/**
 * The environment in which git reads a repository that is not trusted: nothing that runs programs, asks questions,
 * takes locks or reaches the network survives. Relative paths in it are resolved against `base`, where git was
 * called, because we call it elsewhere.
 */
export function gitEnvironment(env: NodeJS.ProcessEnv, base: string): NodeJS.ProcessEnv {
  const clean: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith('GIT_') || keptVariables.has(name) || /^GIT_CONFIG_(KEY|VALUE)_\d+$/.test(name)) {
      clean[name] = value;
    }
  }
  for (const name of placeVariables) {
    const value = clean[name];
    if (value) clean[name] = resolve(base, value);
    else delete clean[name];
  }
  return Object.assign(clean, {
    LC_ALL: 'C',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: '/dev/null',
    GIT_NO_LAZY_FETCH: '1',
    // Before 2.44 git does not know GIT_NO_LAZY_FETCH; without a transport it can not fetch either.
    GIT_ALLOW_PROTOCOL: 'none',
  });
}

/** The same without what points to one particular repository. */
export function withoutPlace(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const free = { ...env };
  for (const name of placeVariables) delete free[name];
  delete free['GIT_ALTERNATE_OBJECT_DIRECTORIES'];
  return free;
}
