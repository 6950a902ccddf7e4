import type { CommandSite } from '../../rule.ts';
import type { Variable } from '../../model/variable.ts';
import { everyDialect, type Issue, type PipelineRule } from '../../rule.ts';
import { githubScript, gitlabScript } from '../script-example.ts';
import { hasOption } from './arguments.ts';

/** Variables that switch the check of certificates off, with the values that do. */
const switches: ReadonlyMap<string, RegExp> = new Map([
  ['NODE_TLS_REJECT_UNAUTHORIZED', /^0$/],
  ['GIT_SSL_NO_VERIFY', /^(?!0$|false$|$)./i],
  ['PYTHONHTTPSVERIFY', /^0$/],
  ['NPM_CONFIG_STRICT_SSL', /^false$/i],
  ['npm_config_strict_ssl', /^false$/i],
  ['DOCKER_TLS_CERTDIR', /^$/],
  ['GOINSECURE', /./],
  ['CURL_SSL_NO_VERIFY', /^1$/],
  ['VAULT_SKIP_VERIFY', /^(?:1|true)$/i],
  ['KUBERNETES_INSECURE', /^true$/i],
]);

/** Commands with the options that switch it off. */
const options: ReadonlyMap<string, readonly string[]> = new Map([
  ['curl', ['-k', '--insecure']],
  ['wget', ['--no-check-certificate']],
  ['pip', ['--trusted-host']],
  ['pip3', ['--trusted-host']],
  ['kubectl', ['--insecure-skip-tls-verify']],
  ['helm', ['--insecure-skip-tls-verify', '--kube-insecure-skip-tls-verify']],
  ['oc', ['--insecure-skip-tls-verify']],
  ['skopeo', ['--src-tls-verify=false', '--dest-tls-verify=false', '--tls-verify=false']],
  ['podman', ['--tls-verify=false']],
  ['buildah', ['--tls-verify=false']],
  ['vault', ['-tls-skip-verify']],
  ['argocd', ['--insecure']],
  ['crane', ['--insecure']],
  ['ansible-galaxy', ['--ignore-certs', '-c']],
]);

export const tlsOff: PipelineRule = {
  id: 'pipeline/tls-off',
  title: 'Certificates are not checked',
  severity: 'high',
  confidence: 'high',
  cwe: [295],
  tags: ['CICD-SEC-3'],
  why: 'Without the check anybody on the way can pose as the server: give other code, take the credentials.',
  fix: 'Leave the check on; give the certificate of a private authority to the tool (`--cacert`, NODE_EXTRA_CA_CERTS, a trusted image).',
  dialects: everyDialect,
  bad: [
    gitlabScript('curl -fsSk https://files.example.com/a.tgz -o a.tgz'),
    { path: '.gitlab-ci.yml', code: 'variables:\n  DOCKER_TLS_CERTDIR: ""\njob:\n  script: [docker build .]\n' },
    gitlabScript('git config --global http.sslVerify false'),
    githubScript([], 'export NODE_TLS_REJECT_UNAUTHORIZED=0', 'node app.js'),
    githubScript([], 'pip install --trusted-host pypi.example.com app'),
  ],
  good: [
    gitlabScript('curl --cacert ca.pem https://files.example.com/a.tgz -o a.tgz'),
    { path: '.gitlab-ci.yml', code: 'variables:\n  DOCKER_TLS_CERTDIR: "/certs"\njob:\n  script: [docker build .]\n' },
    githubScript([], 'curl -fsSL https://example.com/k'),
    githubScript([], 'git config --global http.sslVerify true'),
    githubScript([], 'crane ls localhost:5000/app --insecure'),
  ],
  checks: {
    variable: judgeVariable,
    *command(site) {
      const { command, step } = site;
      const said = (message: string): Issue => ({ at: step.script.range(command.start, command.end), message });
      const option = options.get(command.name ?? '')?.find((name) => hasOption(command, name));
      // Nobody stands between a machine and itself.
      const near = command.args.some(({ text }) => /\b(?:localhost|127\.0\.0\.1)\b/.test(text));
      if (option !== undefined && !near) yield said(`${command.name ?? ''} ${option} accepts any certificate`);
      const setting = configured(site);
      if (setting !== undefined) yield said(`${setting} accepts any certificate`);
      for (const { name, value } of command.assignments) {
        if (value?.value !== undefined && switches.get(name)?.test(value.value))
          yield said(`${name}=${value.value} accepts any certificate`);
      }
    },
  },
};

function judgeVariable({ name, value, at }: Variable): readonly Issue[] {
  const off = value && switches.get(name)?.test(value.text);
  return off
    ? [{ at, message: `${name}=${value.text === '' ? '""' : value.text} switches the check of certificates off` }]
    : [];
}

/** Settings of tools that outlive the command. */
function configured({ command }: CommandSite): string | undefined {
  const words = command.args.map(({ value = '' }) => value.toLowerCase()).join(' ');
  if (command.name === 'git' && /(?:http\.(?:\S*\.)?)sslverify[= ](?:false|0)/.test(words))
    return 'git http.sslVerify false';
  if ((command.name === 'npm' || command.name === 'yarn') && /strict-ssl[= ](?:false|0)/.test(words))
    return `${command.name} strict-ssl false`;
  return undefined;
}
