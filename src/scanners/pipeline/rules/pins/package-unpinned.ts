import type { ShellCommand } from '../../../../lib/shell/shell-command.ts';
import type { Job } from '../../model/job.ts';
import { everyDialect, type PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';
import { hasOption, operands } from './arguments.ts';

const valued: ReadonlySet<string> = new Set([
  '-i',
  '--index-url',
  '--extra-index-url',
  '-r',
  '--requirement',
  '-c',
  '--constraint',
  '-e',
  '--editable',
  '-t',
  '--target',
  '--prefix',
  '--registry',
  '--version',
  '-v',
  '--features',
  '--root',
  '--git',
  '--source',
  '-p',
  '--package',
  '--with',
  '--from',
  '--python',
  '--upgrade-strategy',
]);

export const packageUnpinned: PipelineRule = {
  id: 'pipeline/package-unpinned',
  title: 'Tool is installed in whatever version is newest',
  severity: 'medium',
  confidence: 'high',
  cwe: [1357, 829],
  tags: ['CICD-SEC-3', 'CIS-2.3.2'],
  why: 'Whoever publishes, or takes over, that package runs code in the job at its next run.',
  fix: 'Name an exact version, better: install it from a lock file or use an image that has it.',
  dialects: everyDialect,
  bad: [
    gitlabScript('npm install -g semantic-release'),
    gitlabScript('pip install awscli'),
    gitlabScript('go install example.com/cmd/tool@latest'),
    githubScript(['TOKEN: ${{ secrets.DEPLOY }}'], 'npx some-tool --check'),
    githubScript(['TOKEN: ${{ secrets.DEPLOY }}'], 'gem install bundler-audit'),
    githubScript(['TOKEN: ${{ secrets.DEPLOY }}'], 'cargo install cargo-deny'),
  ],
  good: [
    gitlabScript('npm install -g semantic-release@24.1.0'),
    gitlabScript('pip install awscli==1.33.1'),
    gitlabScript('pip install -r requirements.txt'),
    gitlabScript('pipx run towncrier==24.8.0 check'),
    githubScript(['TOKEN: ${{ secrets.DEPLOY }}'], 'npx --no-install eslint .'),
    githubScript([], 'pip install pytest'),
    githubScript([], 'gem install bundler-audit -v 0.9.1'),
    githubScript([], 'pip install .'),
  ],
  checks: {
    *command({ command, step, job, pipeline }, audit) {
      if (pipeline.dialect === 'github' && !holdsSecrets(job)) return;
      const local = command.name === 'npx' ? declared(audit.files.read('package.json')?.text) : undefined;
      for (const name of unpinned(command)) {
        if (local?.has(name)) continue;
        yield {
          at: step.script.range(command.start, command.end),
          message: `${name} is installed in its newest version`,
          subject: name,
        };
      }
    },
  },
};

/** Without secrets or an identity a job of GitHub has nothing that a bad package could take. */
function holdsSecrets({ body }: Job): boolean {
  const { source, start, end } = body.range;
  return /secrets\.(?!GITHUB_TOKEN)\w|secrets\[|(?:id-token|contents|packages): *write/.test(
    source.text.slice(start, end),
  );
}

function unpinned(command: ShellCommand): readonly string[] {
  const [verb = '', ...rest] = operands(command, valued);
  switch (command.name) {
    case 'npm':
    case 'pnpm':
      if (!/^(?:install|i|add)$/.test(verb) || !hasOption(command, '-g', '--global')) return [];
      return rest.filter((name) => isPackage(name) && !/.@\d|^(?:[./]|git)/.test(name));
    case 'yarn':
      return verb === 'global' && rest[0] === 'add' ? rest.slice(1).filter((name) => !/.@\d/.test(name)) : [];
    case 'npx':
      if (hasOption(command, '--no-install', '--no', '--offline')) return [];
      return isPackage(verb) && !/.@\d|^[./]/.test(verb) && !hasOption(command, '-p', '--package') ? [verb] : [];
    case 'pip':
    case 'pip3':
    case 'pipx':
      if (verb !== 'install' && verb !== 'run') return [];
      // What follows the program that is run is its own.
      return (verb === 'run' ? rest.slice(0, 1) : rest).filter(
        (name) =>
          /^[A-Za-z][\w.-]*(?:\[[\w,-]+\])?(?:[><~!].*)?$/.test(name) &&
          !/\.(?:whl|gz|zip)$/.test(name) &&
          !/^(?:pip|setuptools|wheel)$/.test(name) &&
          !hasOption(command, '-c', '--constraint'),
      );
    case 'gem':
      return verb === 'install' && !hasOption(command, '-v', '--version')
        ? rest.filter((name) => !name.includes(':') && !name.endsWith('.gem'))
        : [];
    case 'cargo':
      return verb === 'install' && !hasOption(command, '--version', '--vers', '--path', '--git', '--locked')
        ? rest.filter((name) => !/@\d/.test(name))
        : [];
    case 'go':
      return verb === 'install' || verb === 'run'
        ? rest.filter((name) => /@(?:latest|master|main|HEAD)$/.test(name))
        : [];
    default:
      return [];
  }
}

function isPackage(name: string): boolean {
  return /^(?:@[\w.-]+\/)?[\w.-]+(?:@[\w.-]+)?$/.test(name) && !name.startsWith('.');
}

/** What the project's own package.json brings is in its lock file. */
function declared(text: string | undefined): ReadonlySet<string> {
  try {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(text ?? '{}') as Readonly<
      Record<string, Readonly<Record<string, string>>>
    >;
    return new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]);
  } catch {
    // Not JSON: the package manager will say so.
    return new Set();
  }
}
