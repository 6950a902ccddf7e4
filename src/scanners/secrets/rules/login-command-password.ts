import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

const rest = String.raw`(?:[^\n;|]|\\\r?\n){0,200}?\s`;

export const loginCommandPassword = defineSecret({
  id: 'secrets/login-command-password',
  title: 'Password on the command line of a login',
  provider: 'Command line',
  regex: {
    source: [
      String.raw`\b(?:docker|podman|nerdctl|buildah|skopeo|oras|helm registry|crane auth|cf|oc|az|az acr|ibmcloud|faas-cli|twine|argocd|rancher|mc|vsphere|govc|pulumi|npm|heroku)\s{1,4}(?:login|upload)\b${rest}(?:-p|--password)(?:[ \t]{1,4}|=)["']?(?!-)(?<secret>[^\s"'\`<>\\)|]{3,2000})`,
      String.raw`\becho\s{1,4}(?:-n\s{1,4})?["']?(?<secret>[^\s"'\`<>\\$|]{3,2000})["']?\s{0,4}\|\s{0,4}(?:sudo\s(?:-\S{1,6}\s)?)?(?:docker|podman|nerdctl|helm registry|oras|skopeo)\s{1,4}login\b`,
      String.raw`\becho\s{1,4}(?:-n\s{1,4}|-e\s{1,4})?["']?(?<secret>[^\s"'\`<>\\$|]{3,128})(?:\\n)?["']?\s{0,4}\|\s{0,4}(?:sudo\s(?:-\w{1,6}\s){0,3}-S\b|sudo\s-S|su\s-|passwd\s--stdin|kinit\b|gpg\b[^\n|]{0,80}--passphrase-fd\s0)`,
    ],
    literals: [
      'docker login',
      'podman login',
      'nerdctl login',
      'buildah login',
      'skopeo login',
      'oras login',
      'helm registry login',
      'auth login',
      'cf login',
      'oc login',
      'az login',
      'acr login',
      'ibmcloud login',
      'faas-cli login',
      'twine upload',
      'argocd login',
      'rancher login',
      '| docker',
      '|docker',
      '| sudo',
      '|sudo',
      '| passwd',
      '| su ',
      '| kinit',
      '| podman',
      '| helm',
      '| gpg',
    ],
    lead: 2100,
    maxLength: 2400,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens:
    'Logs in as that account, to a registry, a cloud or the machine itself; besides the file it stands in shell histories and process lists.',
  revoke: 'Change the password or token and pass it by `--password-stdin` from a secret, or log in by OIDC.',
  bad: [
    { path: 'push.sh', code: 'docker login -u ci -p {secret} registry.acme.io' },
    { path: '.gitlab-ci.yml', code: '    - echo "{secret}" | docker login -u ci --password-stdin registry.acme.io' },
    { path: 'install.sh', code: 'echo {secret} | sudo -S apt-get update' },
    { path: 'deploy.sh', code: 'az login --service-principal -u $APP_ID -p {secret} --tenant $TENANT' },
  ],
  good: [
    { path: 'push.sh', code: 'docker login -u ci -p "$REGISTRY_PASSWORD" registry.acme.io' },
    { path: 'push.sh', code: 'echo "$TOKEN" | docker login -u ci --password-stdin' },
    { path: 'list.sh', code: 'echo done | sudo tee /var/log/done' },
  ],
});
