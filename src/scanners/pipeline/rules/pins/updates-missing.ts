import { YamlMap } from '../../../../lib/yaml/node.ts';
import { parseYaml } from '../../../../lib/yaml/parse-yaml.ts';
import { lineStart } from '../../../../lib/text/line-start.ts';
import { readDependabot, type Dependabot, type DependabotUpdate } from '../../github/dependabot.ts';
import { findRenovate } from '../../github/renovate.ts';
import type { RepositoryFiles } from '../../model/repository-files.ts';
import type { IssueFix, PipelineRule } from '../../rule.ts';
import { dependabot, weekly } from './dependabot-examples.ts';

const manifest = '{ "name": "a", "dependencies": { "b": "1.0.0" } }';

export const updatesMissing: PipelineRule = {
  id: 'pipeline/updates-missing',
  title: 'Dependencies that nobody updates',
  severity: 'low',
  confidence: 'medium',
  cwe: [1104],
  tags: ['CICD-SEC-3', 'SSDF-PW.4', 'CIS-3.1.8'],
  why: 'What is pinned stays as it is, with the vulnerabilities that become known, until somebody thinks of it.',
  fix: 'Add the ecosystem to `updates` of dependabot.yml, with a schedule that comes round at least every month.',
  dialects: ['github'],
  pedantic: true,
  bad: [
    dependabot([weekly('npm')]),
    dependabot([weekly('github-actions')], { 'package.json': manifest }),
    dependabot([weekly('github-actions'), weekly('npm').replace('weekly', 'yearly')]),
    dependabot([weekly('github-actions'), 'package-ecosystem: npm\ndirectory: /\n']),
  ],
  good: [
    dependabot([weekly('github-actions')]),
    dependabot([weekly('github-actions'), weekly('bun')], { 'package.json': manifest }),
    dependabot([weekly('github-actions')], { 'package.json': '{ "name": "a", "type": "module" }' }),
    dependabot([weekly('npm')], { 'renovate.json': '{ "extends": ["config:best-practices"] }' }),
  ],
  checks: {
    *repository(pipelines, { files }) {
      const configuration = readDependabot(files);
      if (!configuration || configuration.problems.length > 0) return;
      for (const update of configuration.updates) yield* judgeSchedule(update);
      // Another bot may do the rest.
      if (findRenovate(files)) return;
      const isGithub = pipelines.some(({ dialect, action }) => dialect === 'github' && action !== true);
      const wanted = [...(isGithub ? [actions] : []), ...ecosystems.filter((one) => one.isUsed(files))];
      for (const { names, what } of wanted) {
        if (configuration.updates.some(({ ecosystem }) => names.includes(ecosystem))) continue;
        const [name = ''] = names;
        const fix = addUpdate(configuration, name);
        const { source } = configuration;
        yield {
          at: configuration.updates[0]?.body.entry('package-ecosystem')?.value.range ?? { source, start: 0, end: 0 },
          message: `nobody updates ${what} (${name})`,
          subject: name,
          ...(fix && { fixes: [fix] }),
        };
      }
    },
  },
};

interface Ecosystem {
  /** What Dependabot calls it, the usual name first. */
  readonly names: readonly string[];
  readonly what: string;
}

const actions: Ecosystem = { names: ['github-actions'], what: 'the actions of the workflows' };

const ecosystems: readonly (Ecosystem & { isUsed(files: RepositoryFiles): boolean })[] = [
  { names: ['npm', 'bun'], what: 'the packages of package.json', isUsed: hasNpmDependencies },
  {
    names: ['pip', 'uv'],
    what: 'the packages of pyproject.toml',
    isUsed: (files) =>
      /^(?:dependencies\s*=|\[tool\.poetry\.dependencies\])/m.test(files.read('pyproject.toml')?.text ?? ''),
  },
  {
    names: ['docker'],
    what: 'the images of the Dockerfile',
    isUsed: (files) => /^FROM\s+(?!scratch\b)\S/im.test(files.read('Dockerfile')?.text ?? ''),
  },
];

function hasNpmDependencies(files: RepositoryFiles): boolean {
  const source = files.read('package.json');
  const [root] = source ? parseYaml(source, { version: '1.2' }).documents : [];
  if (!(root instanceof YamlMap)) return false;
  return ['dependencies', 'devDependencies'].some((key) => (root.map(key)?.entries.length ?? 0) > 0);
}

function* judgeSchedule({ body, ecosystem, directories }: DependabotUpdate) {
  const at = body.entry('package-ecosystem')?.value.range ?? body.range;
  const interval = body.map('schedule')?.text('interval');
  // Updates of a group have the schedule of the group.
  if (body.get('multi-ecosystem-group') !== undefined) return;
  if (interval === undefined) {
    yield { at, message: `updates of ${ecosystem} have no schedule, and Dependabot refuses the file` };
  } else if (/^(?:quarterly|semiannually|yearly)$/.test(interval)) {
    const subject = `schedule ${ecosystem} ${directories.join(' ')}`;
    yield { at, message: `updates of ${ecosystem} are looked for ${interval}`, subject };
  }
}

/** An entry behind the last one, indented as it is. */
function addUpdate({ source, updates }: Dependabot, ecosystem: string): IssueFix | undefined {
  const last = updates.at(-1)?.body;
  if (!last || last.range.source !== source) return undefined;
  const begin = lineStart(source.text, last.range.start);
  const dash = /^(?<indent>\s*)-(?<gap>\s+)$/.exec(source.text.slice(begin, last.range.start))?.groups;
  if (!dash) return undefined;
  const inner = `${dash['indent'] ?? ''} ${dash['gap'] ?? ' '}`;
  const lines = [
    `package-ecosystem: ${ecosystem}`,
    'directory: /',
    'schedule:',
    '  interval: weekly',
    'cooldown:',
    '  default-days: 7',
  ];
  const text = `${dash['indent'] ?? ''}-${dash['gap'] ?? ' '}${lines.join(`\n${inner}`)}\n`;
  const newline = source.text.indexOf('\n', Math.max(last.range.start, last.range.end - 1));
  const at = newline === -1 ? source.text.length : newline + 1;
  return {
    description: `update ${ecosystem} every week`,
    safe: false,
    edits: [{ at: { source, start: at, end: at }, text: newline === -1 ? `\n${text}` : text }],
  };
}
