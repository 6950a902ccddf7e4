import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/**
 * Bundles a TypeScript program and runs it in this process; Node 20 can not run it as it is.
 * @param outfile where the bundle goes; a temporary directory when absent
 * @param external packages that stay imports
 */
export async function runBundled(entry, { outfile = temporary(entry), external = [] } = {}) {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external,
    // CommonJS packages in the bundle require what Node has.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
  await import(pathToFileURL(outfile).href);
}

function temporary(entry) {
  const name = basename(entry, '.ts');
  return join(mkdtempSync(join(tmpdir(), `${name}-`)), `${name}.mjs`);
}
