import { posix } from 'node:path';
import type { Pipeline } from '../model/pipeline.ts';
import type { RepositoryFiles } from '../model/repository-files.ts';
import { readGithubAction } from './read-action.ts';
import { readGithubWorkflow } from './read-github.ts';

/** What `uses: ./…` names, of the same repository: an action's folder or a workflow; undefined for all else. */
export function readLocalUse(uses: string, files: RepositoryFiles): Pipeline | undefined {
  if (!uses.startsWith('./')) return undefined;
  const path = posix.normalize(uses).replace(/\/$/, '');
  if (path.startsWith('..') || path.includes('$')) return undefined;
  if (/\.ya?ml$/.test(path)) {
    const source = files.read(path);
    return source && readGithubWorkflow(source);
  }
  const folder = path === '.' ? '' : `${path}/`;
  const source = files.read(`${folder}action.yml`) ?? files.read(`${folder}action.yaml`);
  return source && readGithubAction(source)[0];
}
