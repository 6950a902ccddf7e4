import type { HttpClient } from '../../../../lib/http/http-client.ts';
import { integrityOf } from '../integrity.ts';
import type { Wanted } from '../lock-entry.ts';
import type { GitlabCommit, GitlabInstance } from './gitlab-instance.ts';
import { mostContent, NotFound, type Resolution } from './resolution.ts';
import { highestVersion } from './versions.ts';

/** A file of another project. */
export async function resolveProjectFile(wanted: Wanted, instance: GitlabInstance): Promise<Resolution> {
  const commit = await instance.commit(wanted.address, wanted.ref);
  const content = await instance.file(wanted.address, wanted.file ?? '', commit.id);
  if (!content) throw new NotFound(`there is no ${wanted.file ?? ''} in it`);
  return resolution(wanted, content, commit);
}

/** The last part of a component's address is its name, what is before it the project. */
export async function resolveComponent(wanted: Wanted, instance: GitlabInstance): Promise<Resolution> {
  const parts = wanted.address.split('/').slice(1);
  const name = parts.pop() ?? '';
  const project = parts.join('/');
  const version = wanted.ref ?? '';
  const isSeries = version === '~latest' || /^\d+(?:\.\d+)?$/.test(version);
  const tag = isSeries ? highestVersion(await instance.releases(project), version) : undefined;
  const commit = await instance.commit(project, tag ?? version);
  for (const path of [`templates/${name}.yml`, `templates/${name}/template.yml`]) {
    const content = await instance.file(project, path, commit.id);
    if (content) return resolution(wanted, content, commit, tag);
  }
  throw new NotFound(`there is no component ${name} in ${project}`);
}

const source = { project: 'gitlab-org/gitlab', branch: 'master', folder: 'lib/gitlab/ci/templates' };

/**
 * A template that comes with GitLab. The API shows those without a folder; the others are taken from GitLab's source.
 * @param upstream where GitLab itself is developed
 */
export async function resolveTemplate(
  wanted: Wanted,
  instance: GitlabInstance,
  upstream: GitlabInstance,
): Promise<Resolution> {
  const own = wanted.address.includes('/') ? undefined : await instance.template(wanted.address);
  if (own) return resolution(wanted, own);
  const commit = await upstream.commit(source.project, source.branch);
  const content = await upstream.file(source.project, `${source.folder}/${wanted.address}`, commit.id);
  if (!content) throw new NotFound('GitLab has no such template');
  return resolution(wanted, content, commit);
}

/** A file at a web address. */
export async function resolveInclude(wanted: Wanted, url: string, http: HttpClient): Promise<Resolution> {
  return resolution(wanted, (await http.bytes({ url, mostBytes: mostContent })).body);
}

function resolution(wanted: Wanted, content: Uint8Array, commit?: GitlabCommit, version?: string): Resolution {
  return {
    content,
    entry: {
      ...wanted,
      ...(commit && { resolved: commit.id }),
      ...(version !== undefined && { version }),
      integrity: integrityOf(content),
      size: content.length,
      ...(commit?.date !== undefined && { published: commit.date }),
    },
  };
}
