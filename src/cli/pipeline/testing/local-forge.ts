import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { startGitServer, type GitServer } from '../../../lib/git/remote/testing/git-server.ts';
import { git, writeFiles } from '../../../../test/support/scratch.ts';

/** Repositories that are served as GitHub serves git and files, and GitLab its API, on this machine, for tests. */
export class LocalForge {
  readonly #root: string;
  readonly server: GitServer;

  private constructor(root: string, server: GitServer) {
    this.#root = root;
    this.server = server;
  }

  static async start(root: string): Promise<LocalForge> {
    return new LocalForge(root, await startGitServer(root, (path, response) => answer(root, path, response)));
  }

  /** Commits files and tags the commit; its id. */
  commit(name: string, files: Readonly<Record<string, string>>, ...tags: readonly string[]): string {
    const directory = join(this.#root, name);
    mkdirSync(directory, { recursive: true });
    const isNew = this.#git(name, 'rev-parse', '--git-dir') !== '.git';
    if (isNew) git(directory, 'init', '--quiet', '--initial-branch=main');
    writeFiles(directory, files);
    git(directory, 'add', '--all');
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
    git(directory, ...who, 'commit', '--quiet', '--allow-empty', '--message', 'change');
    for (const tag of tags) git(directory, ...who, 'tag', '--force', '--annotate', '--message', tag, tag);
    return git(directory, 'rev-parse', 'HEAD').trim();
  }

  /** Another branch at the end of this one. */
  branch(name: string, branch: string): void {
    git(join(this.#root, name), 'branch', '--force', branch);
  }

  /** A commit that no branch or tag has. */
  stray(name: string): string {
    const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
    return git(join(this.#root, name), ...who, 'commit-tree', '-m', 'stray', 'HEAD^{tree}').trim();
  }

  #git(name: string, ...args: readonly string[]): string {
    return ask(join(this.#root, name), args) ?? '';
  }
}

function answer(root: string, path: string, response: ServerResponse): boolean {
  const parts = path.split('/').slice(1).map(decodeURIComponent);
  const [first = '', second = '', third, revision = '', ...rest] = parts;
  if (first === 'static') return send(response, 'remote:\n  script: [make]\n');
  if (third === 'raw') return send(response, show(join(root, first, second), revision, rest.join('/')));
  if (first !== 'api') return false;
  const [, , kind = '', project = '', , what = '', ref = ''] = parts;
  const directory = join(root, project);
  if (kind === 'templates') return send(response, json(templates[parts[4] ?? '']));
  if (parts[4] === 'releases') return send(response, json(releases(directory)));
  if (what === 'commits') return send(response, json(commit(directory, ref)));
  const wanted = new URL(response.req.url ?? '', 'http://localhost').searchParams.get('ref') ?? '';
  return send(response, show(directory, wanted, parts[6] ?? ''));
}

const templates: Readonly<Record<string, unknown>> = { Go: { name: 'Go', content: 'go:\n  script: [go test]\n' } };

function commit(directory: string, ref: string): unknown {
  const said = ask(directory, ['log', '-1', '--format=%H %cI', ref]);
  const [id, date] = said?.split(' ') ?? [];
  return id === undefined ? undefined : { id, committed_date: date };
}

function releases(directory: string): unknown {
  return ask(directory, ['tag', '--list'])
    ?.split('\n')
    .map((name) => ({ tag_name: name, name }));
}

function show(directory: string, revision: string, path: string): string | undefined {
  return ask(directory, ['show', `${revision}:${path}`], false);
}

function ask(directory: string, args: readonly string[], trim = true): string | undefined {
  try {
    const text = execFileSync('git', ['-C', directory, ...args], { encoding: 'utf8', stdio: 'pipe' });
    return trim ? text.trim() : text;
  } catch {
    return undefined;
  }
}

function json(value: unknown): string | undefined {
  return value === undefined ? undefined : JSON.stringify(value);
}

function send(response: ServerResponse, text: string | undefined): boolean {
  response.writeHead(text === undefined ? 404 : 200).end(text);
  return true;
}
