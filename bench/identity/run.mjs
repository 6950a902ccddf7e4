// node bench/identity/run.mjs [--repository DIRECTORY] [--seed N] [--cache DIRECTORY] [--json FILE]
//
// Replays histories of real source files, follows planted findings through them and says how many were recognised
// again by their fingerprints, how many were lost and how many wrongly merged. Without --repository the history is made
// of published versions of npm packages (needs npm's registry; kept in the cache directory).
import { join } from 'node:path';
import { runBundled } from '../run-bundled.mjs';

await runBundled(join(import.meta.dirname, 'replay.ts'), {
  // Below node_modules, so that the bundle finds esbuild, which it uses as a syntax check.
  outfile: join(import.meta.dirname, '../../node_modules/.cache/identity/replay.mjs'),
  external: ['esbuild'],
});
