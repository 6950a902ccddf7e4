import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gitEnvironment } from '../git-environment.ts';

/** The developer's own configuration must not decide what a test sees. */
const environment: NodeJS.ProcessEnv = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** A directory that tests fill, with git in it; removed by `dispose`. */
export class TemporaryRepository {
  readonly path: string;
  /** As a caller would pass it on. */
  readonly env: NodeJS.ProcessEnv = environment;
  private time = 1_600_000_000;

  private constructor(path: string) {
    this.path = path;
  }

  /** Without a repository in it. */
  static empty(): TemporaryRepository {
    return new TemporaryRepository(realpathSync(mkdtempSync(join(tmpdir(), 'git-test-'))));
  }

  static create(...options: string[]): TemporaryRepository {
    const made = TemporaryRepository.empty();
    made.git('init', '--quiet', '--initial-branch=main', ...options);
    return made;
  }

  /** Another directory, below this one, with the same conveniences. */
  at(name: string): TemporaryRepository {
    mkdirSync(join(this.path, name), { recursive: true });
    return new TemporaryRepository(join(this.path, name));
  }

  /** Runs git here and gives what it printed, without the last newline. */
  git(...args: string[]): string {
    return this.gitBytes(...args)
      .toString('utf8')
      .replace(/\n$/, '');
  }

  gitBytes(...args: string[]): Buffer {
    return this.gitWith({}, ...args);
  }

  /** @param input for standard input; other properties are variables of the environment */
  gitWith({ input, ...env }: { readonly [name: string]: string | Uint8Array }, ...args: string[]): Buffer {
    const settings = ['user.name=Tester', 'user.email=tester@example.com', 'protocol.file.allow=always', 'gc.auto=0'];
    const date = `${this.time} +0000`;
    return execFileSync('git', [...settings.flatMap((setting) => ['-c', setting]), ...args], {
      cwd: this.path,
      env: { ...environment, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, ...(env as NodeJS.ProcessEnv) },
      stdio: ['pipe', 'pipe', 'pipe'],
      maxBuffer: 1e9,
      ...(input !== undefined && { input }),
    });
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    writeFileSync(join(this.path, path), content);
  }

  /** Makes a pipe, which waits for ever when it is opened to be read. */
  pipe(path: string): void {
    execFileSync('sh', ['-c', 'mkfifo "$0"', join(this.path, path)]);
  }

  /** Commits everything in the tree, an hour after the last commit; gives the id. */
  commit(message = 'change'): string {
    this.time += 3600;
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--no-verify', '--message', message);
    return this.git('rev-parse', 'HEAD');
  }

  /**
   * Commits one version of the files after the other on `main`, by a single process and without a work tree. A file
   * that a version does not name stays as it is.
   */
  import(versions: readonly (readonly (readonly [path: string, content: string])[])[]): void {
    const parts: string[] = [];
    versions.forEach((files, version) => {
      this.time += 3600;
      const who = `Tester <tester@example.com> ${this.time} +0000`;
      const message = `version ${version}`;
      parts.push(`commit refs/heads/main\nauthor ${who}\ncommitter ${who}\ndata ${message.length}\n${message}\n`);
      for (const [path, content] of files) {
        parts.push(`M 100644 inline ${path}\ndata ${Buffer.byteLength(content)}\n${content}\n`);
      }
    });
    this.gitWith({ input: parts.join('') }, '-c', 'fastimport.unpackLimit=100000', 'fast-import', '--quiet', '--force');
  }

  /** Where and how the code under test runs git here. */
  get place(): { readonly directory: string; readonly env: NodeJS.ProcessEnv } {
    return { directory: this.path, env: gitEnvironment(this.env, this.path) };
  }

  dispose(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
