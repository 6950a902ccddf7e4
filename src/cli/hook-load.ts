import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire, wrap } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import { readOwnFile } from '../lib/cache/own-file.ts';
import { userCache } from '../lib/cache/user-cache.ts';

/** By file name, the digests of the program's parts; written in by the build. */
declare const PORTCULLIS_DIGESTS: Readonly<Record<string, string>>;

type Wrapped = (exports: unknown, require: Require, module: object, file: string, at: string) => void;

interface Require {
  (id: string): unknown;
  /** Stands for `import()`, which code from V8's cache can not call. */
  readonly late: (id: string) => Promise<unknown>;
}

const nodeRequire = createRequire(__filename);
const require: Require = Object.assign((id: string) => (id.startsWith('./') ? load(id.slice(2)) : nodeRequire(id)), {
  late: async (id: string): Promise<unknown> => await import(id),
});

/**
 * Runs a part of the hook like `require`, with what V8 compiled in an earlier run: compiling takes longer than most hooks
 * work. The cache is the user's own, whose content V8 takes for granted; its name holds the digest of the source, of which
 * V8 itself checks the length only.
 */
function load(name: string): unknown {
  const path = join(__dirname, name);
  const cache = join(userCache(process.env), `${name}-${process.version}-${process.arch}-${PORTCULLIS_DIGESTS[name]}`);
  const cachedData = readOwnFile(cache);
  const script = new Script(wrap(readFileSync(path, 'latin1')), {
    filename: path,
    ...(cachedData && { cachedData }),
  });
  // After the run it holds the functions that were used, too.
  if (!cachedData || script.cachedDataRejected === true) process.once('exit', () => keep(cache, script));
  const module = { exports: {} };
  const run = script.runInThisContext() as Wrapped;
  run(module.exports, require, module, path, __dirname);
  return module.exports;
}

/** Replaces what was kept for the same version of Node. Where nothing can be kept the next run compiles again. */
function keep(path: string, script: Script): void {
  const directory = dirname(path);
  const temporary = `${path}.${process.pid}`;
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const family = path.slice(directory.length + 1, path.lastIndexOf('-') + 1);
    for (const name of readdirSync(directory)) if (name.startsWith(family)) rmSync(join(directory, name));
    writeFileSync(temporary, script.createCachedData(), { mode: 0o600, flag: 'wx' });
    renameSync(temporary, path);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
}

load('hook-main.cjs');
