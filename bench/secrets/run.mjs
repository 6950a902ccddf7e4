// Times the scanner on a tree side by side with gitleaks, one after the other:
//   node bench/secrets/fetch-tree.mjs DIR && GOBIN=/tmp/bin go install github.com/zricethezav/gitleaks/v8@latest
//   node bench/secrets/run.mjs DIR [--gitleaks /tmp/bin/gitleaks] [--runs 3]
// Needs the built program (npm run build). CPU is user and system time of all threads; the best of the runs counts.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { gitleaks: { type: 'string', default: '/tmp/bin/gitleaks' }, runs: { type: 'string', default: '3' } },
});
const tree = resolve(positionals[0] ?? '/tmp/portcullis-bench/tree');
const program = fileURLToPath(new URL('../../bin/portcullis.cjs', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'portcullis-bench-'));

const tools = [
  {
    name: 'portcullis',
    command: [
      process.execPath,
      program,
      'scan',
      tree,
      '--only',
      'secrets',
      '-o',
      `json=${join(scratch, 'portcullis.json')}`,
    ],
    count: () => read('portcullis.json').evidence.findings.length,
  },
  {
    name: 'gitleaks',
    command: [
      values.gitleaks,
      'dir',
      '--no-banner',
      '--log-level',
      'error',
      '--exit-code',
      '0',
      '-r',
      join(scratch, 'gitleaks.json'),
      tree,
    ],
    count: () => read('gitleaks.json').length,
  },
];

function read(name) {
  return JSON.parse(readFileSync(join(scratch, name), 'utf8'));
}

/** Bytes and number of the files under a folder. */
function measure(folder) {
  let [bytes, files] = [0, 0];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const inner = measure(path);
      [bytes, files] = [bytes + inner.bytes, files + inner.files];
    } else if (entry.isFile()) [bytes, files] = [bytes + statSync(path).size, files + 1];
  }
  return { bytes, files };
}

/** Seconds of CPU and of the clock; the shell's `time` counts children and all threads. */
function time(command) {
  const script = 'TIMEFORMAT="%U %S %R"; time "$@" >/dev/null 2>/dev/null || [ $? -le 2 ]';
  const output = execFileSync('bash', ['-c', `{ ${script}; } 2>&1`, 'bench', ...command], { encoding: 'utf8' });
  const [user, system, wall] = output.trim().split(' ').map(Number);
  return { cpu: user + system, wall };
}

const { bytes, files } = measure(tree);
console.log(`${files} files, ${(bytes / 1e6).toFixed(0)} MB`);
const best = new Map();
for (const tool of tools) {
  if (tool.name === 'gitleaks' && !existsSync(values.gitleaks)) continue;
  const runs = Array.from({ length: Number(values.runs) }, () => time(tool.command));
  const cpu = Math.min(...runs.map((run) => run.cpu));
  const wall = Math.min(...runs.map((run) => run.wall));
  best.set(tool.name, { cpu, wall });
  const rate = (bytes / 1e6 / cpu).toFixed(1);
  console.log(`${tool.name}: ${cpu.toFixed(1)} s CPU (${rate} MB/s), ${wall.toFixed(1)} s, ${tool.count()} findings`);
}
const [ours, theirs] = [best.get('portcullis'), best.get('gitleaks')];
if (ours && theirs)
  console.log(`CPU 1 : ${(theirs.cpu / ours.cpu).toFixed(1)}, clock 1 : ${(theirs.wall / ours.wall).toFixed(1)}`);
rmSync(scratch, { recursive: true });
