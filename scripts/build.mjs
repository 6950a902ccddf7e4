// Builds dist/: the library with its types by tsc, the program by esbuild with a chunk per command, so that a command
// loads only what it uses. The hook is a single CommonJS file because that starts fastest.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  define: { PORTCULLIS_VERSION: JSON.stringify(version) },
  logLevel: 'warning',
};

rmSync(`${root}/dist`, { recursive: true, force: true });
execFileSync(process.execPath, [`${root}/node_modules/typescript/bin/tsc`, '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
await Promise.all([
  build({
    ...shared,
    entryPoints: { start: 'src/cli/start.ts', worker: 'src/engine/worker.ts' },
    outdir: 'dist/cli',
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  }),
  build({ ...shared, entryPoints: { hook: 'src/cli/hook-start.ts' }, outdir: 'dist/cli', outExtension: { '.js': '.cjs' }, format: 'cjs' }),
]);
