import { textOf, YamlMap } from '../../../../lib/yaml/node.ts';
import { parseYaml } from '../../../../lib/yaml/parse-yaml.ts';
import { addAfter } from '../../fix/edit-entry.ts';
import { proposesVersions, readDependabot, type DependabotUpdate } from '../../github/dependabot.ts';
import { findRenovate } from '../../github/renovate.ts';
import type { RepositoryFiles } from '../../model/repository-files.ts';
import type { Issue, PipelineRule } from '../../rule.ts';
import { dependabot, weekly } from './dependabot-examples.ts';

const gitlab = (path: string, text: string) => ({
  path: '.gitlab-ci.yml',
  code: 'job:\n  script: [make]\n',
  beside: { [path]: text },
});

export const noCooldown: PipelineRule = {
  id: 'pipeline/no-cooldown',
  title: 'Updates are taken the minute they are published',
  severity: 'low',
  confidence: 'high',
  cwe: [829, 1357],
  tags: ['CICD-SEC-3', 'SSDF-PW.4'],
  why: 'Bad releases are found and withdrawn within hours or days; who waits a week never gets them.',
  fix: 'Let the bot wait: `cooldown: { default-days: 7 }` for Dependabot, `minimumReleaseAge` for Renovate and pnpm.',
  dialects: ['gitlab', 'github'],
  pedantic: true,
  bad: [
    dependabot([weekly('npm')]),
    dependabot([weekly('npm', 'cooldown: { default-days: 0 }\n')]),
    dependabot([weekly('github-actions', 'cooldown:\n  default-days: 7\n'), weekly('npm')]),
    gitlab('pnpm-workspace.yaml', 'packages: [a]\nminimumReleaseAge: 0\n'),
    gitlab('pnpm-workspace.yaml', 'minimumReleaseAge: 10\n'),
    gitlab('renovate.json', '{\n  "extends": ["config:recommended"]\n}\n'),
    gitlab('renovate.json', '{ "extends": [":dependencyDashboard"], "minimumReleaseAge": null }'),
  ],
  good: [
    dependabot([weekly('npm', 'cooldown:\n  default-days: 7\n')]),
    dependabot([weekly('npm', 'open-pull-requests-limit: 0\n')]),
    gitlab('pnpm-workspace.yaml', 'packages: [a]\n'),
    gitlab('pnpm-workspace.yaml', 'minimumReleaseAge: 10080\n'),
    gitlab('renovate.json', '{ "extends": ["config:best-practices"] }'),
    gitlab('renovate.json', '{ "extends": ["config:recommended"], "minimumReleaseAge": "7 days" }'),
    gitlab('renovate.json', '{ "extends": ["github>team/presets"] }'),
  ],
  checks: {
    *repository(_pipelines, { files }) {
      for (const update of readDependabot(files)?.updates ?? []) yield* judgeUpdate(update);
      yield* judgeRenovate(files);
      yield* judgePnpm(files);
    },
  },
};

function* judgeUpdate(update: DependabotUpdate): Generator<Issue> {
  const { body, ecosystem } = update;
  const cooldown = body.entry('cooldown');
  const days = cooldown?.value.kind === 'map' ? cooldown.value.entries : [];
  const waits = days.some(({ key, value }) => key.text.endsWith('-days') && Number(textOf(value)) > 0);
  if (waits || !proposesVersions(update)) return;
  const name = body.entry('package-ecosystem');
  const before = cooldown ? undefined : (body.entry('schedule') ?? name);
  const edit = before && addAfter(before, 'cooldown:\n  default-days: 7');
  yield {
    at: name?.value.range ?? body.range,
    message: `updates of ${ecosystem || 'packages'} wait for nothing`,
    subject: `${ecosystem} ${update.directories.join(' ')}`,
    ...(edit && { fixes: [{ description: 'wait seven days', safe: true, edits: [edit] }] }),
  };
}

/** Presets that make updates wait (Renovate documentation, "Presets"), or that are not here to be looked at. */
const waitingPreset =
  /best-practices|minimumReleaseAge|[>/]|^(?!config:|group:|schedule:|:|docker:|helpers:|workarounds:)/;

function* judgeRenovate(files: RepositoryFiles): Generator<Issue> {
  const source = findRenovate(files);
  if (!source || /"?minimumReleaseAge"?\s*:\s*["'](?!0)/.test(source.text)) return;
  const [root] = parseYaml(source, { version: '1.2' }).documents;
  if (!(root instanceof YamlMap)) return;
  const presets = root.list('extends').flatMap((item) => textOf(item) ?? []);
  const first = root.entries[0];
  if (!first || presets.some((preset) => waitingPreset.test(preset))) return;
  const { start } = first.key.range;
  const indent = /[ \t]*$/.exec(source.text.slice(0, start))?.[0] ?? '';
  const newline = source.text.slice(0, start).includes('\n') ? `\n${indent}` : ' ';
  const edit = { at: { source, start, end: start }, text: `"minimumReleaseAge": "7 days",${newline}` };
  yield {
    at: (root.entry('minimumReleaseAge') ?? root.entry('extends') ?? first).key.range,
    message: 'updates that Renovate proposes wait for nothing',
    subject: 'renovate',
    ...(!root.get('minimumReleaseAge') && {
      fixes: [{ description: 'wait seven days', safe: true, edits: [edit] }],
    }),
  };
}

function* judgePnpm(files: RepositoryFiles): Generator<Issue> {
  const workspace = files.read('pnpm-workspace.yaml');
  const [root] = workspace ? parseYaml(workspace, { version: '1.2' }).documents : [];
  const age = root instanceof YamlMap ? root.entry('minimumReleaseAge') : undefined;
  // Minutes (pnpm documentation, "Settings"); less than a day finds nobody warned.
  if (age?.value.kind === 'scalar' && Number(age.value.text) < 1440) {
    yield { at: age.value.range, message: `minimumReleaseAge: ${age.value.text} minutes is less than a day` };
  }
}
