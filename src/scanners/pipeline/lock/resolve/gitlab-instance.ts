import type { HttpClient } from '../../../../lib/http/http-client.ts';
import { HttpError } from '../../../../lib/http/http-error.ts';
import { mostContent, NotFound } from './resolution.ts';

export interface GitlabCommit {
  readonly id: string;
  readonly date?: string;
}

/** Reads projects of a GitLab instance (GitLab documentation, REST API v4: commits, repository files, releases). */
export class GitlabInstance {
  readonly #http: HttpClient;
  readonly #api: string;
  readonly #credentials: Readonly<Record<string, string>>;

  constructor(http: HttpClient, origin: string, token: string | undefined) {
    this.#http = http;
    this.#api = `${origin}/api/v4`;
    this.#credentials = token === undefined ? {} : { 'private-token': token };
  }

  /** The commit of a branch, tag or commit id; without one, of the default branch. */
  async commit(project: string, ref = 'HEAD'): Promise<GitlabCommit> {
    const value = await this.#json(
      `/projects/${encodeURIComponent(project)}/repository/commits/${encodeURIComponent(ref)}`,
    );
    const { id, committed_date: date } = record(value);
    if (typeof id !== 'string' || !/^[0-9a-f]{40,64}$/.test(id)) throw new NotFound(`it has no ${ref}`);
    const time = typeof date === 'string' ? new Date(date) : undefined;
    return { id, ...(time && !Number.isNaN(time.getTime()) && { date: time.toISOString() }) };
  }

  /** A file of a project at a commit; undefined when it is not there. */
  async file(project: string, path: string, commit: string): Promise<Uint8Array | undefined> {
    const place = `/projects/${encodeURIComponent(project)}/repository/files/${encodeURIComponent(path)}/raw`;
    try {
      const url = `${this.#api}${place}?ref=${commit}`;
      return (await this.#http.bytes({ url, credentials: this.#credentials, mostBytes: mostContent })).body;
    } catch (error) {
      if (error instanceof HttpError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** The tags of its releases, the newest hundred. */
  async releases(project: string): Promise<readonly string[]> {
    const value = await this.#json(`/projects/${encodeURIComponent(project)}/releases?per_page=100`);
    const tags = Array.isArray(value) ? value.map((release) => record(release)['tag_name']) : [];
    return tags.filter((tag): tag is string => typeof tag === 'string');
  }

  /** A template that comes with the instance; undefined when it does not show it. */
  async template(name: string): Promise<Uint8Array | undefined> {
    const key = name.replace(/\.gitlab-ci\.yml$/, '');
    try {
      const { content } = record(await this.#json(`/templates/gitlab_ci_ymls/${encodeURIComponent(key)}`));
      return typeof content === 'string' ? Uint8Array.from(Buffer.from(content)) : undefined;
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
  }

  async #json(path: string): Promise<unknown> {
    try {
      return (await this.#http.json({ url: `${this.#api}${path}`, credentials: this.#credentials })).value;
    } catch (error) {
      if (error instanceof HttpError && error.status === 404)
        throw new NotFound('there is nothing of that name to be seen');
      throw error;
    }
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
