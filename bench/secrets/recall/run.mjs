// node bench/secrets/recall/run.mjs [seed]: how many of the secrets planted in files of many kinds are found.
import { join } from 'node:path';
import { runBundled } from '../../run-bundled.mjs';

await runBundled(join(import.meta.dirname, 'measure.ts'));
