// node bench/pipeline/run.mjs DIRECTORY: says what auditing the pipelines under a directory costs on one thread, by part:
// reading files, YAML, shell, rules. `--cpu-prof` of node works on it as on any program.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const outfile = join(mkdtempSync(join(tmpdir(), 'pipeline-')), 'measure.mjs');
await build({
  entryPoints: [join(import.meta.dirname, 'measure.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
