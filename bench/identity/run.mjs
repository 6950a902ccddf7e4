// node bench/identity/run.mjs [--repository DIRECTORY] [--seed N] [--cache DIRECTORY] [--json FILE]
//
// Replays histories of real source files, follows planted findings through them and says how many were recognised
// again by their fingerprints, how many were lost and how many wrongly merged. Without --repository the history is made
// of published versions of npm packages (needs npm's registry; kept in the cache directory).
import { build } from 'esbuild';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// Below node_modules, so that the bundle finds esbuild, which it uses as a syntax check.
const outfile = join(import.meta.dirname, '../../node_modules/.cache/identity/replay.mjs');
await build({
  entryPoints: [join(import.meta.dirname, 'replay.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  external: ['esbuild'],
  logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
