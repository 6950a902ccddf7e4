// The gates on a small vulnerable service: builds the repository of examples/shop and lets Portcullis judge it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildExample } from './build-example.mjs';
import { exampleValue } from './example-value.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'portcullis-demo-'));
const color = process.stdout.isTTY ? (text) => `\u{1b}[1m${text}\u{1b}[22m` : (text) => text;

const steps = [
  { say: 'Somebody is about to commit. May they?', args: ['gate', 'pre-commit'] },
  { say: 'The build judges the whole tree.', args: ['gate', 'build'] },
  { say: 'And what was deleted long ago? Git still has it.', args: ['scan', '--history', '--only', 'secrets'] },
];

try {
  buildExample(join(root, 'examples', 'shop'), directory, exampleValue);
  for (const { say, args } of steps) {
    console.log(`\n${color(say)}\n${color(`$ portcullis ${args.join(' ')}`)}\n`);
    const run = spawnSync(process.execPath, [join(root, 'bin', 'portcullis.cjs'), ...args], {
      cwd: directory,
      stdio: 'inherit',
    });
    console.log(`\nexit code ${run.status}`);
  }
} finally {
  rmSync(directory, { recursive: true, force: true });
}
