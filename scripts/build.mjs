// Builds dist/: the library with its types by tsc, the program by esbuild with a chunk per command, so that a command
// loads only what it uses. The hook is a single CommonJS file because that starts fastest.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  define: { PORTCULLIS_VERSION: JSON.stringify(version), PORTCULLIS_DIGEST: JSON.stringify(digestOfSources()) },
  logLevel: 'warning',
};

function digestOfSources() {
  const names = readdirSync(`${root}/src`, { recursive: true }).filter((name) => name.endsWith('.ts'));
  const digest = createHash('sha256');
  for (const name of ['../package-lock.json', ...names.sort()]) {
    digest
      .update(`${name}\0`)
      .update(readFileSync(`${root}/src/${name}`))
      .update('\0');
  }
  return digest.digest('hex').slice(0, 32);
}

/** A module of the sources, to be used while the program is built. */
async function importSource(path) {
  const { outputFiles } = await build({ ...shared, entryPoints: [path], format: 'esm', write: false });
  return await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const programOnly = process.argv.includes('--program');
// `--program` leaves the library alone, for a quick look at a change of the program.
if (!programOnly) rmSync(`${root}/dist`, { recursive: true, force: true });

// What the hook needs only when it has something to say, or for a policy it has not seen yet, stays in the program's
// own chunks: parsing text that is not used costs a fast hook more than its work.
const late = {
  'parse-policy': 'src/policy/source/parse-policy.ts',
  'judge-conditions': 'src/policy/judge/judge-conditions.ts',
  'show-verdict': 'src/cli/hook/show-verdict.ts',
  'hook-receipt': 'src/cli/hook/hook-receipt.ts',
  'hook-commands': 'src/cli/hook/hook-commands.ts',
  'directory-target': 'src/targets/files/directory-target.ts',
  'files-target': 'src/targets/files/files-target.ts',
  'commits-target': 'src/targets/changes/commits-target.ts',
  'history-target': 'src/targets/history/history-target.ts',
  'tree-target': 'src/targets/tree-target.ts',
  'stdin-target': 'src/targets/stdin-target.ts',
  all: 'src/scanners/secrets/rules/all.ts',
  'pipeline-scan': 'src/scanners/pipeline/pipeline-scan.ts',
  'open-validation': 'src/scanners/secrets/validation/open-validation.ts',
};
const keepLate = {
  name: 'keep-late',
  setup(build) {
    const names = new Map(Object.entries(late).map(([name, path]) => [resolve(root, path), name]));
    build.onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) => {
      const name = names.get(resolve(resolveDir, path));
      return kind === 'dynamic-import' && name !== undefined ? { path: `./${name}.js`, external: true } : undefined;
    });
  },
};

// The rules are compiled here once. Whoever scans gets the patterns, and loads the rules when one of them matches.
const commonjs = { ...shared, outdir: 'dist/cli', outExtension: { '.js': '.cjs' }, format: 'cjs', minifySyntax: true };
await build({ ...commonjs, entryPoints: { 'secret-rules': 'src/scanners/secrets/rules/all.ts' } });
const { secretRules } = createRequire(import.meta.url)(`${root}/dist/cli/secret-rules.cjs`);
const { compilePatterns } = await importSource('src/scanners/secrets/compile-rules.ts');
const patterns = compilePatterns(secretRules);
const readyRules = {
  name: 'ready-rules',
  setup(build) {
    build.onResolve({ filter: /^\.\/secret-rules\.cjs$/ }, () => ({ path: './secret-rules.cjs', external: true }));
    build.onLoad({ filter: /\/own-rules\.ts$/ }, () => ({
      contents: `export const ownRules = {
        ...JSON.parse(${JSON.stringify(JSON.stringify(patterns))}),
        rules: () => require('./secret-rules.cjs').secretRules,
      };`,
    }));
  },
};
for (const { lead, maxLength, plan, source } of patterns.patterns) {
  if (![lead, maxLength, plan.ahead].every(Number.isFinite))
    throw new Error(`JSON can not hold the bounds of ${source}`);
}

await Promise.all([
  build({
    ...shared,
    entryPoints: { start: 'src/cli/start.ts', worker: 'src/engine/worker.ts', ...late },
    outdir: 'dist/cli',
    format: 'esm',
    splitting: true,
    minifySyntax: true,
    chunkNames: '[name]-[hash]',
    plugins: [readyRules],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  }),
  build({
    ...commonjs,
    entryPoints: { 'hook-main': 'src/cli/hook-start.ts' },
    plugins: [keepLate, readyRules],
    // The hook never starts a thread, which is where the module asks for its own place.
    logOverride: { 'empty-import-meta': 'silent' },
  }),
]);

// The hook itself is a few lines that run the rest with what V8 kept of it. Code from V8's cache can not call `import()`.
const hookMain = `${root}/dist/cli/hook-main.cjs`;
writeFileSync(hookMain, readFileSync(hookMain, 'latin1').replaceAll('import("./', 'require.late("./'), 'latin1');
const digests = Object.fromEntries(
  ['hook-main.cjs', 'secret-rules.cjs'].map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(`${root}/dist/cli/${name}`))
      .digest('hex')
      .slice(0, 16),
  ]),
);
await build({
  ...commonjs,
  entryPoints: { hook: 'src/cli/hook-load.ts' },
  define: { PORTCULLIS_DIGESTS: JSON.stringify(digests) },
});

if (!programOnly) {
  const compiler = `${root}/node_modules/typescript/bin/tsc`;
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' });
}
