import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DraftCommand } from '../../policy/render-policy.ts';

/** What a look at the names of the files says of a repository. */
export interface Survey {
  /** For people: languages, platforms, kinds of files. */
  readonly found: readonly string[];
  /** Globs of code that others wrote. */
  readonly exclude: readonly string[];
  readonly commands: readonly DraftCommand[];
}

const kinds: readonly { readonly name: string; readonly path: RegExp }[] = [
  { name: 'TypeScript', path: /\.[cm]?tsx?$/ },
  { name: 'JavaScript', path: /\.[cm]?jsx?$/ },
  { name: 'Python', path: /\.py$/ },
  { name: 'Go', path: /\.go$/ },
  { name: 'Java', path: /\.(java|kt)$/ },
  { name: 'Ruby', path: /\.rb$/ },
  { name: 'PHP', path: /\.php$/ },
  { name: 'Rust', path: /\.rs$/ },
  { name: 'C#', path: /\.cs$/ },
  { name: 'Terraform', path: /\.tf(\.json)?$/ },
  { name: 'Dockerfile', path: /(^|\/)(Dockerfile|Containerfile)[^/]*$/ },
  { name: 'GitLab CI', path: /(^|\/)\.gitlab-ci\.ya?ml$/ },
  { name: 'GitHub Actions', path: /^\.github\/workflows\/[^/]+\.ya?ml$/ },
  { name: 'Helm', path: /(^|\/)Chart\.yaml$/ },
];

const foreign: readonly RegExp[] = [/^(?:.*\/)?(third_party|vendor)\//];

/** Linters and formatters that are configured here, as the hook would run them on staged files. */
const tools: readonly { readonly config: RegExp; readonly command: DraftCommand }[] = [
  {
    config: /^(eslint\.config\.[cm]?[jt]s|\.eslintrc(\.\w+)?)$/,
    command: { name: 'eslint', run: ['npx', '--no-install', 'eslint'], files: ['*.{js,jsx,ts,tsx,mjs,cjs}'] },
  },
  {
    config: /^(\.prettierrc(\.\w+)?|prettier\.config\.[cm]?[jt]s)$/,
    command: {
      name: 'prettier',
      run: ['npx', '--no-install', 'prettier', '--check', '--ignore-unknown'],
      files: ['*'],
    },
  },
  {
    config: /^biome\.jsonc?$/,
    command: {
      name: 'biome',
      run: ['npx', '--no-install', 'biome', 'check', '--no-errors-on-unmatched'],
      files: ['*'],
    },
  },
  { config: /^(ruff\.toml|\.ruff\.toml)$/, command: { name: 'ruff', run: ['ruff', 'check'], files: ['*.py'] } },
  {
    config: /^\.golangci\.(ya?ml|toml|json)$/,
    command: { name: 'gofmt', run: ['sh', '-c', 'test -z "$(gofmt -l "$@")"', 'gofmt'], files: ['*.go'] },
  },
  { config: /^\.rubocop\.yml$/, command: { name: 'rubocop', run: ['bundle', 'exec', 'rubocop'], files: ['*.rb'] } },
];

/** @param paths repository-relative paths of the tracked and untracked files that are not ignored */
export function survey(root: string, paths: readonly string[]): Survey {
  const top = paths.filter((path) => !path.includes('/'));
  const vendored = paths.flatMap((path) =>
    foreign.map((pattern) => pattern.exec(path)?.[0]).filter((match) => match !== undefined),
  );
  return {
    found: kinds.filter(({ path }) => paths.some((one) => path.test(one))).map(({ name }) => name),
    exclude: [...new Set(vendored)].map((directory) => `${directory}**`),
    commands: [
      ...tools.filter(({ config }) => top.some((name) => config.test(name))).map(({ command }) => command),
      ...ruffOfPyproject(root),
    ],
  };
}

function ruffOfPyproject(root: string): DraftCommand[] {
  const file = join(root, 'pyproject.toml');
  if (!existsSync(file) || !readFileSync(file, 'utf8').includes('[tool.ruff')) return [];
  return [{ name: 'ruff', run: ['ruff', 'check'], files: ['*.py'] }];
}
