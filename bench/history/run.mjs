// node bench/history/run.mjs DIRECTORY: says what reading all of a repository's history costs, in CPU and memory, beside
// what git needs for the same objects. A large history to try it on: bench/history/make-history.mjs.
import { join } from 'node:path';
import { runBundled } from '../run-bundled.mjs';

await runBundled(join(import.meta.dirname, 'measure.ts'));
