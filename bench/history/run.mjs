// node bench/history/run.mjs DIRECTORY: says what reading all of a repository's history costs, in CPU and memory, beside
// what git needs for the same objects. A large history to try it on: bench/history/make-history.mjs.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const outfile = join(mkdtempSync(join(tmpdir(), 'history-')), 'measure.mjs');
await build({
  entryPoints: [join(import.meta.dirname, 'measure.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
