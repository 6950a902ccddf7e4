import { everyDialect, type PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';

/** Where clouds answer to whoever asks from the machine (AWS, Azure, GCP, Alibaba, ECS tasks). */
const metadata = /169\.254\.169\.254|169\.254\.170\.2|100\.100\.100\.200|metadata\.google\.internal|\[?fd00:ec2::254/;
const credentials = /security-credentials|\/token|\/identity|AWS_CONTAINER_CREDENTIALS|service-accounts/;

export const metadataAccess: PipelineRule = {
  id: 'pipeline/metadata-access',
  title: "Job takes the machine's own identity",
  severity: 'high',
  confidence: 'high',
  cwe: [250, 522],
  tags: ['CICD-SEC-7', 'CICD-SEC-6'],
  why: 'The role of the runner is open to every job on it, whoever wrote that job; what this one can do there, a merge request can do as well.',
  fix: 'Give the job an identity of its own (OIDC) and close the metadata service to jobs (hop limit 1, network rules).',
  dialects: everyDialect,
  bad: [
    gitlabScript('curl -s http://169.254.169.254/latest/meta-data/iam/security-credentials/runner'),
    gitlabScript(
      'TOKEN=$(curl -H "Metadata-Flavor: Google" http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token)',
    ),
    githubScript(
      [],
      'wget -qO- "http://169.254.169.254/metadata/identity/oauth2/token?resource=x" --header Metadata:true',
    ),
    githubScript([], 'curl "http://169.254.170.2$AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"'),
  ],
  good: [
    gitlabScript('curl -s http://169.254.169.254/latest/meta-data/placement/region'),
    gitlabScript('echo see http://169.254.169.254/latest/meta-data/iam/security-credentials/'),
    githubScript([], 'iptables -A OUTPUT -d 169.254.169.254 -j DROP'),
    githubScript([], 'curl -fsS https://example.com/token'),
  ],
  checks: {
    *command({ command, step }) {
      if (!/^(?:curl|wget|http|xh)$/.test(command.name ?? '')) return;
      const word = command.args.find(({ text }) => metadata.test(text) && credentials.test(text));
      if (word)
        yield {
          at: step.script.range(word.start, word.end),
          message: `${word.text} gives the credentials of the runner itself`,
        };
    },
  },
};
