import { everyDialect, type PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';
import { isSelfHosted, selfHosted } from './self-hosted.ts';

export const sudo: PipelineRule = {
  id: 'pipeline/sudo',
  title: 'Job may become root on its machine',
  severity: 'low',
  confidence: 'medium',
  cwe: [250],
  tags: ['CICD-SEC-7'],
  why: 'On a machine that lives on, root in one job changes what the next one, of another project, runs.',
  fix: 'Prepare the image with what the job needs; run jobs that need root on machines that are thrown away.',
  dialects: everyDialect,
  pedantic: true,
  bad: [
    gitlabScript('sudo apt-get install -y jq'),
    gitlabScript('echo "runner ALL=(ALL) NOPASSWD:ALL" >> /etc/sudoers'),
    selfHosted(githubScript([], 'sudo systemctl restart app')),
    selfHosted(githubScript([], 'sudo make')),
  ],
  good: [
    gitlabScript('apt-get install -y jq'),
    gitlabScript('echo sudo'),
    githubScript([], 'sudo apt-get update'),
    githubScript([], 'make'),
  ],
  checks: {
    *command({ command, step, job, pipeline }) {
      // A hosted runner of GitHub is a virtual machine for one job, and root is its ordinary user.
      if (pipeline.dialect === 'github' && !isSelfHosted(job)) return;
      const becomes = command.wrappers.includes('sudo') || command.wrappers.includes('doas');
      const writes = command.redirects.some(
        ({ operator, target }) => operator.startsWith('>') && target?.value?.startsWith('/etc/sudoers'),
      );
      if (!becomes && !writes) return;
      const what = writes ? 'changes who may become root' : `runs ${command.name ?? 'a command'} as root`;
      yield { at: step.script.range(command.start, command.end), message: `${job.name} ${what}` };
    },
  },
};
