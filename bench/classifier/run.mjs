// node bench/classifier/run.mjs <script> [arguments]: bundles bench/classifier/<script>.ts and runs it.
import { build } from 'esbuild';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [script = '', ...rest] = process.argv.slice(2);
const outfile = join(mkdtempSync(join(tmpdir(), 'classifier-')), `${script}.mjs`);
await build({
  entryPoints: [join(import.meta.dirname, `${script}.ts`)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  logLevel: 'warning',
});
process.argv = [process.argv[0] ?? 'node', script, ...rest];
await import(pathToFileURL(outfile).href);
