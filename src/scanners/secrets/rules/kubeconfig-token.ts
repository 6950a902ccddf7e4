import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const kubeconfigToken = defineSecret({
  id: 'secrets/kubeconfig-token',
  title: 'Cluster credentials in a kubeconfig',
  provider: 'Kubernetes',
  regex: {
    source: String.raw`(?:-|\n)[ \t]{1,8}name:[^\n]{1,200}\n[ \t]{1,8}user:[ \t]{0,4}\r?\n(?:[ \t]{2,12}[\w-]{1,40}:[^\n]{0,4000}\n){0,3}[ \t]{2,12}(?:token|password):[ \t]{1,4}["']?(?<secret>[^\s"']{8,3000})`,
    literals: ['user:'],
    lead: 220,
    maxLength: 16_000,
    sample: (random) => drawText(random, 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789', 40),
  },
  distinctive: false,
  severity: 'critical',
  opens: 'Everything that the user may do in the cluster, often everything.',
  revoke:
    'Delete the token’s secret or service account, rotate the user’s credentials, and log in by an exec plugin (OIDC, cloud identity).',
  references: ['https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/'],
  bad: [
    { path: '.kube/config', code: 'users:\n- name: admin\n  user:\n    token: {secret}\n' },
    {
      path: 'kubeconfig.yaml',
      code: 'users:\n  - name: ci\n    user:\n      username: ci\n      password: "{secret}"\n',
    },
  ],
  good: [
    { path: '.kube/config', code: 'users:\n- name: admin\n  user:\n    exec:\n      command: aws\n' },
    { path: 'kubeconfig.yaml.tpl', code: 'users:\n- name: ci\n  user:\n    token: ${token}\n' },
  ],
});
