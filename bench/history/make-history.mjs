#!/usr/bin/env node
// Makes a large git history out of real source files: published versions of npm packages replayed file by file, mixed
// with edits, merges, renames and tags. The same arguments make the same commits.
//
//   node bench/history/make-history.mjs DIRECTORY [--commits 20000] [--seed 1] [--cache DIRECTORY] [--no-pack]
//
// Prints the number of objects. Needs git, tar and npm's registry (for the packages, kept in the cache directory).
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const packages = {
  express: ['4.16.4', '4.17.1', '4.17.3', '4.18.2', '4.19.2', '4.21.2'],
  webpack: ['5.50.0', '5.60.0', '5.70.0', '5.75.0', '5.80.0', '5.85.0', '5.90.0', '5.95.0'],
  eslint: ['8.0.0', '8.10.0', '8.20.0', '8.30.0', '8.40.0', '8.50.0', '8.57.0'],
  mongoose: ['6.0.0', '6.5.0', '6.10.0', '7.0.0', '7.5.0', '8.0.0', '8.5.0'],
  rxjs: ['7.0.0', '7.3.0', '7.5.7', '7.8.1'],
  axios: ['0.27.2', '1.2.0', '1.4.0', '1.6.0', '1.7.0'],
  ajv: ['8.6.0', '8.8.0', '8.10.0', '8.12.0', '8.17.1'],
  sequelize: ['6.6.5', '6.12.0', '6.20.0', '6.28.0', '6.35.0', '6.37.3'],
};
const largestFile = 150_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    commits: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    cache: { type: 'string', default: join(tmpdir(), 'make-history-packages') },
    'no-pack': { type: 'boolean', default: false },
  },
});
const [directory] = positionals;
if (directory === undefined) throw new Error('usage: make-history.mjs DIRECTORY [--commits N]');
if (existsSync(directory)) throw new Error(`${directory} already exists`);

const random = mulberry32(Number(values.seed));
const projects = download(values.cache);
run('git', ['init', '--quiet', '--bare', '--initial-branch=main', directory]);
await importHistory(Number(values.commits));
// Deltas are made anew: fast-import compares each blob with the one before it only.
if (!values['no-pack']) run('git', ['-C', directory, 'repack', '-a', '-d', '-f', '-q', '--depth=50', '--window=10']);
const counted = run('git', ['-C', directory, 'count-objects', '-v']);
console.log(counted.trim());

/** Files of each version of each package, by path. */
function download(cache) {
  mkdirSync(cache, { recursive: true });
  const specs = Object.entries(packages).flatMap(([name, versions]) => versions.map((version) => [name, version]));
  const missing = specs.filter(([name, version]) => !existsSync(join(cache, `${name}-${version}.tgz`)));
  if (missing.length > 0) {
    run('npm', ['pack', '--silent', '--pack-destination', cache, ...missing.map((spec) => spec.join('@'))]);
  }
  return Object.entries(packages).map(([name, versions]) => ({
    name,
    versions: versions.map((version) => unpack(join(cache, `${name}-${version}.tgz`))),
  }));
}

function unpack(archive) {
  const target = `${archive}.files`;
  if (!existsSync(target)) {
    mkdirSync(target);
    run('tar', ['-xzf', archive, '-C', target, '--strip-components=1']);
  }
  const files = new Map();
  for (const path of readdirSync(target, { recursive: true }).sort()) {
    const stats = statSync(join(target, path));
    if (!stats.isFile() || stats.size > largestFile || /\.(map|min\.js)$/.test(path)) continue;
    files.set(path, readFileSync(join(target, path)));
  }
  return files;
}

async function importHistory(commits) {
  const child = spawn('git', ['-C', directory, 'fast-import', '--quiet', '--max-pack-size=2g'], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const done = once(child, 'close');
  let pending = [];
  let size = 0;
  const write = async (...parts) => {
    for (const part of parts) {
      pending.push(Buffer.from(part));
      size += part.length;
    }
    if (size < 1_000_000) return;
    const ready = child.stdin.write(Buffer.concat(pending));
    pending = [];
    size = 0;
    if (!ready) await once(child.stdin, 'drain');
  };
  for (const parts of history(commits)) await write(...parts);
  child.stdin.end(Buffer.concat(pending));
  const [code] = await done;
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
}

function* history(commits) {
  /** What main holds: path to bytes and, for files of a package, the version they are at. */
  const tree = new Map();
  const lines = projects.flatMap(({ versions }) =>
    [...versions[0].values()].slice(0, 60).flatMap((bytes) => bytes.toString('utf8').split('\n').slice(0, 80)),
  );
  let time = 1_400_000_000;
  let mark = 0;
  const commit = function* (branch, message, parents, changes) {
    mark++;
    time += 60 + pick(7200);
    const author = `Developer ${pick(40)} <developer${pick(40)}@example.com> ${time} +0000`;
    yield [`commit refs/heads/${branch}\nmark :${mark}\n`];
    yield [`author ${author}\ncommitter ${author}\ndata ${Buffer.byteLength(message)}\n${message}\n`];
    if (parents[0]) yield [`from :${parents[0]}\n`];
    if (parents[1]) yield [`merge :${parents[1]}\n`];
    for (const [path, bytes] of changes) {
      if (bytes) yield [`M 100644 inline ${path}\ndata ${bytes.length}\n`, bytes, '\n'];
      else yield [`D ${path}\n`];
    }
    yield ['\n'];
  };
  const start = new Map();
  for (const { name, versions } of projects) {
    for (const [path, bytes] of versions[0]) {
      const full = `packages/${name}/${path}`;
      start.set(full, bytes);
      tree.set(full, { bytes, name, path, version: 0 });
    }
  }
  yield* commit('main', 'Import\n', [], start);
  let main = mark;
  for (let count = 1; count < commits;) {
    if (pick(12) > 0) {
      const changes = edit(tree, lines);
      yield* commit('main', subject(lines), [main], changes);
      main = mark;
      count++;
      if (count % 500 === 0)
        yield [`tag v${count}\nfrom :${main}\ntagger T <t@example.com> ${time} +0000\ndata 8\nRelease\n\n`];
      continue;
    }
    // A branch of a few commits that is merged again; what it changed lands on main by the merge.
    const own = new Map();
    let tip = main;
    for (let i = 1 + pick(5); i > 0; i--) {
      const changes = edit(tree, lines);
      for (const [path, bytes] of changes) own.set(path, bytes);
      yield* commit('topic', subject(lines), [tip], changes);
      tip = mark;
      count++;
    }
    const besides = new Map([['NOTES.md', Buffer.from(`merged ${count}\n${lines[pick(lines.length)]}\n`)]]);
    yield* commit('main', subject(lines), [main], besides);
    main = mark;
    yield* commit('main', `Merge branch 'topic'\n`, [main, tip], own);
    main = mark;
    count += 2;
  }
}

/** Changes of one commit: a few files of one package go to their next version, are edited, moved, copied or deleted. */
function edit(tree, lines) {
  const changes = new Map();
  const project = projects[pick(projects.length)];
  const paths = [...tree.keys()].filter((path) => path.startsWith(`packages/${project.name}/`));
  for (let i = 1 + pick(4); i > 0; i--) {
    const path = paths[pick(paths.length)];
    const file = path === undefined ? undefined : tree.get(path);
    if (!file || changes.has(path)) continue;
    const kind = pick(100);
    const next = project.versions[file.version + 1]?.get(file.path);
    if (kind < 30 && next) put(path, { ...file, bytes: next, version: file.version + 1 });
    else if (kind < 96) put(path, { ...file, bytes: editLines(file.bytes, lines) });
    else if (kind < 98) {
      const moved = path.replace(/([^/]+)$/, `moved${pick(20)}/$1`);
      if (moved.length < 200 && !tree.has(moved)) {
        put(moved, file);
        drop(path);
      }
    } else if (kind < 99 && paths.length > 50) drop(path);
    else {
      const copy = path.replace(/([^/]+)$/, `copy${pick(1000)}-$1`);
      if (copy.length < 200) put(copy, { ...file, bytes: editLines(file.bytes, lines) });
    }
  }
  if (changes.size === 0)
    put('NOTES.md', { bytes: Buffer.from(`${lines[pick(lines.length)]}\n${pick(1e9)}\n`), path: '', version: 0 });
  return changes;

  function put(path, file) {
    tree.set(path, file);
    changes.set(path, file.bytes);
  }

  function drop(path) {
    tree.delete(path);
    changes.set(path, undefined);
  }
}

function editLines(bytes, lines) {
  const text = bytes.toString('latin1').split('\n');
  for (let i = 1 + pick(3); i > 0; i--) {
    const at = pick(text.length);
    const fresh = Array.from({ length: pick(6) }, () => lines[pick(lines.length)] ?? '');
    text.splice(at, pick(text.length > 4000 ? 40 : 5), ...fresh, `// ${pick(1e9).toString(36)}`);
  }
  return Buffer.from(text.join('\n'), 'latin1');
}

function subject(lines) {
  return `Change ${(lines[pick(lines.length)] ?? '').trim().slice(0, 50)}\n\n${lines[pick(lines.length)] ?? ''}\n`;
}

function pick(bound) {
  return Math.floor(random() * bound);
}

function run(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'inherit'] });
  if (result.status !== 0) {
    rmSync(directory ?? '', { recursive: true, force: true });
    throw new Error(`${command} ${args[0]} ended with ${result.status}`);
  }
  return result.stdout;
}

function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
