// node bench/pipeline/run.mjs DIRECTORY: says what auditing the pipelines under a directory costs on one thread, by part:
// reading files, YAML, shell, rules. `--cpu-prof` of node works on it as on any program.
import { join } from 'node:path';
import { runBundled } from '../run-bundled.mjs';

await runBundled(join(import.meta.dirname, 'measure.ts'));
