import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isOfInterest, type Snapshot } from './snapshot.ts';

/** Versions from the first up to, not including, the second. */
const packages: Record<string, readonly [from: string, below: string]> = {
  express: ['4.0.0', '4.18.0'],
  commander: ['2.9.0', '9.5.0'],
  mocha: ['3.0.0', '10.3.0'],
  'js-yaml': ['3.0.0', '4.2.0'],
  async: ['1.0.0', '3.2.5'],
};

/** One commit per published version, the packages in turn, so that most of the tree stands still at each. */
export function packageHistory(cache: string): Snapshot[] {
  mkdirSync(cache, { recursive: true });
  const queues = Object.entries(packages).map(([name, [from, below]]) => fetchVersions(name, from, below, cache));
  const files = new Map<string, string>();
  const snapshots: Snapshot[] = [];
  const longest = Math.max(...queues.map((queue) => queue.length));
  for (let turn = 0; turn < longest; turn++) {
    for (const queue of queues) {
      const version = queue[turn];
      if (version === undefined) continue;
      for (const path of files.keys()) if (path.startsWith(`${version.name}/`)) files.delete(path);
      for (const [path, text] of readTree(version.directory, '')) files.set(`${version.name}/${path}`, text);
      snapshots.push({ label: `${version.name}@${version.number}`, files: new Map(files) });
    }
  }
  return snapshots;
}

interface Version {
  readonly name: string;
  readonly number: string;
  readonly directory: string;
}

function fetchVersions(name: string, from: string, below: string, cache: string): Version[] {
  const list = join(cache, `${name}.json`);
  const known: unknown = existsSync(list)
    ? JSON.parse(readFileSync(list, 'utf8'))
    : JSON.parse(execFileSync('npm', ['view', name, 'versions', '--json'], { encoding: 'utf8' }));
  const numbers = (known as string[])
    .filter((number) => /^\d+\.\d+\.\d+$/.test(number) && compare(number, from) >= 0 && compare(number, below) < 0)
    .sort(compare);
  const missing = numbers.filter((number) => !existsSync(join(cache, `${name}-${number}`)));
  for (let at = 0; at < missing.length; at += 20) {
    const specs = missing.slice(at, at + 20);
    execFileSync('npm', [
      'pack',
      '--silent',
      '--pack-destination',
      cache,
      ...specs.map((number) => `${name}@${number}`),
    ]);
    for (const number of specs) {
      const directory = join(cache, `${name}-${number}`);
      mkdirSync(directory);
      execFileSync('tar', ['-xzf', `${directory}.tgz`, '-C', directory, '--strip-components=1'], { stdio: 'ignore' });
    }
  }
  return numbers.map((number) => ({ name, number, directory: join(cache, `${name}-${number}`) }));
}

function compare(a: string, b: string): number {
  const [x, y] = [a, b].map((version) => version.split('.').map(Number));
  for (let part = 0; part < 3; part++) {
    const difference = (x?.[part] ?? 0) - (y?.[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function* readTree(root: string, folder: string): Generator<[string, string]> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* readTree(root, path);
    else if (entry.isFile() && isOfInterest(path, 0)) {
      const text = readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
      if (isOfInterest(path, text.length)) yield [path, text];
    }
  }
}
