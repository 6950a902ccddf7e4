// node bench/classifier/run.mjs <script> [arguments]: bundles bench/classifier/<script>.ts and runs it.
import { join } from 'node:path';
import { runBundled } from '../run-bundled.mjs';

const [script = '', ...rest] = process.argv.slice(2);
process.argv = [process.argv[0] ?? 'node', script, ...rest];
await runBundled(join(import.meta.dirname, `${script}.ts`));
