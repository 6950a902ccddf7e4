import { spawnSync } from 'node:child_process';
import { openReader } from '../../src/targets/open-reader.ts';
import { openTarget } from '../../src/targets/open-target.ts';

/** What reading a whole history costs, without any scanning, beside what git needs for the same objects. */
const [root] = process.argv.slice(2);
if (root === undefined) throw new Error('usage: run.mjs DIRECTORY');

const { signal } = new AbortController();
let spent = process.cpuUsage();

function lap(step: string): void {
  const used = process.cpuUsage(spent);
  spent = process.cpuUsage();
  const seconds = ((used.user + used.system) / 1e6).toFixed(2);
  const megabytes = Math.round(process.memoryUsage.rss() / 1e6);
  console.log(`${step.padEnd(60)} ${seconds.padStart(7)} s CPU  ${megabytes} MB resident`);
}

const target = await openTarget({ kind: 'history', root }, signal);
const reader = openReader(target.reader);
lap('opened');
let entries = 0;
let bytes = 0;
let fresh = 0;
let unread = 0;
for await (const batch of target.list(signal)) {
  if (entries === 0) lap('index of objects, commits and trees');
  for (const entry of batch.entries) {
    const content = await reader.read(entry);
    entries++;
    bytes += content.bytes.length;
    fresh += content.fresh?.reduce((sum, range) => sum + range.end - range.start, 0) ?? content.bytes.length;
  }
  unread += batch.unknowns.length;
}
await reader.close();
lap(`${entries} texts of ${megabytes(bytes)}, of these ${megabytes(fresh)} fresh, ${unread} unknown`);

const objects = git(['rev-list', '--objects', '--all', '--reflog', '--no-object-names']);
git(['cat-file', '--batch', '--buffer'], objects.stdout);
git(['log', '--all', '--raw', '--no-renames', '-z']);

function git(args: readonly string[], input = ''): { readonly stdout: string } {
  const script = `time git "$@" ${args[0] === 'rev-list' ? '' : '> /dev/null'}`;
  const run = spawnSync('bash', ['-c', `TIMEFORMAT='%U %S'; ${script}`, 'git', ...args], {
    cwd: root,
    input,
    encoding: 'latin1',
    maxBuffer: 2e9,
  });
  const [user, system] = (run.stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  console.log(
    `${`git ${args.slice(0, 3).join(' ')}`.padEnd(60)} ${((user ?? 0) + (system ?? 0)).toFixed(2).padStart(7)} s CPU`,
  );
  return run;
}

function megabytes(count: number): string {
  return `${(count / 1e6).toFixed(0)} MB`;
}
