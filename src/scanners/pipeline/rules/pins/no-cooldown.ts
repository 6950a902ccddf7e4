import { YamlMap } from '../../../../lib/yaml/node.ts';
import { parseYaml } from '../../../../lib/yaml/parse-yaml.ts';
import type { PipelineRule } from '../../rule.ts';

const workflow = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps:\n      - run: make\n';
const dependabot = (rest: string) => ({
  path: '.github/workflows/ci.yml',
  code: workflow,
  beside: {
    '.github/dependabot.yml': `version: 2\nupdates:\n  - package-ecosystem: npm\n    directory: /\n    schedule: { interval: daily }\n${rest}`,
  },
});
const renovate = (text: string) => ({
  path: '.gitlab-ci.yml',
  code: 'job:\n  script: [make]\n',
  beside: { 'pnpm-workspace.yaml': text },
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
    dependabot(''),
    dependabot('    cooldown: { default-days: 0 }\n'),
    renovate('packages: [a]\nminimumReleaseAge: 0\n'),
    renovate('minimumReleaseAge: 10\n'),
  ],
  good: [
    dependabot('    cooldown:\n      default-days: 7\n'),
    renovate('packages: [a]\n'),
    renovate('minimumReleaseAge: 10080\n'),
  ],
  checks: {
    *repository(_pipelines, { files }) {
      for (const path of ['.github/dependabot.yml', '.github/dependabot.yaml']) {
        const source = files.read(path);
        const [root] = source ? parseYaml(source, { version: '1.2' }).documents : [];
        for (const update of root instanceof YamlMap ? root.list('updates') : []) {
          if (update.kind !== 'map') continue;
          const cooldown = update.map('cooldown');
          const days = cooldown?.entries.some(
            ({ key, value }) => key.text.endsWith('-days') && value.kind === 'scalar' && Number(value.text) > 0,
          );
          if (days === true) continue;
          const ecosystem = update.entry('package-ecosystem');
          yield {
            at: ecosystem?.value.range ?? update.range,
            message: `updates of ${update.text('package-ecosystem') ?? 'packages'} wait for nothing`,
            subject: `${update.text('package-ecosystem') ?? ''} ${update.text('directory') ?? ''}`,
          };
        }
      }
      const workspace = files.read('pnpm-workspace.yaml');
      const [root] = workspace ? parseYaml(workspace, { version: '1.2' }).documents : [];
      const age = root instanceof YamlMap ? root.entry('minimumReleaseAge') : undefined;
      // Minutes (pnpm documentation, "Settings"); less than a day finds nobody warned.
      if (age?.value.kind === 'scalar' && Number(age.value.text) < 1440) {
        yield { at: age.value.range, message: `minimumReleaseAge: ${age.value.text} minutes is less than a day` };
      }
    },
  },
};
