import { everyDialect, type PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

export const hostKeyOff: PipelineRule = {
  id: 'pipeline/host-key-off',
  title: 'SSH takes any host for the right one',
  severity: 'high',
  confidence: 'high',
  cwe: [295],
  tags: ['CICD-SEC-3'],
  why: 'Whoever answers at that address gets the deployment, and with agent forwarding or passwords the credentials.',
  fix: 'Keep the host key in a file or a protected variable and write it to known_hosts; do not fetch it in the same job.',
  dialects: everyDialect,
  bad: [
    gitlabScript('ssh -o StrictHostKeyChecking=no deploy@example.com uptime'),
    gitlabScript('ssh-keyscan example.com >> ~/.ssh/known_hosts'),
    githubScript([], 'echo "StrictHostKeyChecking no" >> ~/.ssh/config'),
    githubScript([], 'scp -oStrictHostKeyChecking=no app.tgz deploy@example.com:'),
  ],
  good: [
    gitlabScript('ssh -o StrictHostKeyChecking=yes deploy@example.com uptime'),
    gitlabScript('echo "$SSH_KNOWN_HOSTS" > ~/.ssh/known_hosts'),
    githubScript([], 'ssh deploy@example.com uptime'),
    githubScript([], 'scp -o StrictHostKeyChecking=no -P 2222 root@localhost:/a b'),
    githubScript([], 'ssh-keyscan example.com | diff - deploy/known_hosts'),
  ],
  checks: {
    *command({ command, step }) {
      const words = [
        ...command.args.map(({ value, prefix }) => value ?? prefix),
        ...command.assignments.map(({ value }) => value?.value ?? ''),
      ];
      if (words.some((word) => /(?:^|@|-H )(?:localhost|127\.0\.0\.1)(?::|$)/.test(word))) return;
      if (
        words.some((word) => /StrictHostKeyChecking[=\s]+"?(?:no|off|accept-new)\b/i.test(word)) ||
        /stricthostkeychecking[= ]no/i.test(words.join(' '))
      ) {
        yield {
          at: step.script.range(command.start, command.end),
          message: 'the key of the host is not compared with a known one',
        };
      } else if (command.name === 'ssh-keyscan' && keeps(command.redirects, command.frames)) {
        yield {
          at: step.script.range(command.start, command.end),
          message: 'the key is fetched from whoever answers, and then trusted',
        };
      }
    },
  },
};

/** Whether what is printed becomes known hosts. */
function keeps(
  redirects: readonly { readonly target?: { readonly text: string } }[],
  frames: readonly { readonly kind: string }[],
): boolean {
  return (
    redirects.some(({ target }) => target?.text.includes('known_hosts')) ||
    (redirects.length === 0 && frames.some(({ kind }) => kind === 'substitution'))
  );
}
