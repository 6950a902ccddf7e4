import type { RepositoryFiles } from '../../model/repository-files.ts';
import { everyDialect, type PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';
import { hasOption, operands } from './arguments.ts';

const npmrc = (line: string) => ({ ...gitlabScript('npm ci'), beside: { '.npmrc': `${line}\n` } });

export const installScriptsEnabled: PipelineRule = {
  id: 'pipeline/install-scripts-enabled',
  title: 'Packages run their own code while they are installed',
  severity: 'medium',
  confidence: 'high',
  cwe: [829, 506],
  tags: ['CICD-SEC-3', 'SSDF-PW.4'],
  why: "Every recent worm of the npm registry starts in an install script: one bad release of one of hundreds of packages has the job's secrets before any test or scan runs.",
  fix: 'Install with `--ignore-scripts` (or `ignore-scripts=true` in .npmrc) and rebuild the few packages that need it by name.',
  dialects: everyDialect,
  pedantic: true,
  bad: [
    gitlabScript('npm ci'),
    gitlabScript('yarn install --immutable'),
    githubScript([], 'npm install'),
    githubScript([], 'npm ci --omit=dev'),
  ],
  good: [
    gitlabScript('npm ci --ignore-scripts'),
    npmrc('ignore-scripts=true'),
    githubScript(['npm_config_ignore_scripts: "true"'], 'npm ci'),
    githubScript([], 'pnpm install --frozen-lockfile'),
    { ...githubScript([], 'yarn install --immutable'), beside: { '.yarnrc.yml': 'enableScripts: false\n' } },
  ],
  checks: {
    *command({ command, step, job }, { files }) {
      const { name = '' } = command;
      // pnpm 10 and bun run them for packages that are named only.
      if (name !== 'npm' && name !== 'yarn') return;
      const [verb = name === 'yarn' ? 'install' : ''] = operands(command, new Set(['--prefix', '-C', '--cwd']));
      if (!/^(?:ci|install|i|clean-install)$/.test(verb) || hasOption(command, '--ignore-scripts', '--version', '-v'))
        return;
      const variables = [...job.variables, ...step.variables];
      if (variables.some((one) => /^(?:npm_config_ignore_scripts|yarn_enable_scripts)$/i.test(one.name))) return;
      if (switchedOff(files)) return;
      const last = command.args.at(-1) ?? command.nameWord;
      const at = last && step.script.range(last.start, last.end);
      yield {
        at: step.script.range(command.start, command.end),
        message: `${name} ${verb} runs the install scripts of every package`,
        ...(last &&
          at && {
            fixes: [
              {
                description: 'install without scripts',
                safe: false,
                edits: [{ at, text: `${last.text} --ignore-scripts` }],
              },
            ],
          }),
      };
    },
  },
};

function switchedOff(files: RepositoryFiles): boolean {
  return (
    /^\s*ignore-scripts\s*=\s*true/m.test(files.read('.npmrc')?.text ?? '') ||
    /^enableScripts:\s*false/m.test(files.read('.yarnrc.yml')?.text ?? '')
  );
}
