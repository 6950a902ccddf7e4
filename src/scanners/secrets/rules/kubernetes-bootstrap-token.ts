import { defineSecret } from '../define-secret.ts';
import { bootstrapToken } from '../proof/bootstrap-token.ts';

export const kubernetesBootstrapToken = defineSecret({
  id: 'secrets/kubernetes-bootstrap-token',
  title: 'Kubernetes bootstrap token',
  provider: 'Kubernetes',
  shape: '<l6>.<l16>',
  near: {
    words: ['--token', 'bootstrap', 'kubeadm', '- token:', 'token:', 'token=', 'token =', '"token"'],
    within: 30,
  },
  entropy: 3,
  proof: bootstrapToken(),
  opens: 'A machine that reaches the API server joins the cluster as a node and gets a kubelet certificate with it.',
  revoke: 'Delete it with kubeadm token delete and create the next one with a lifetime of minutes.',
  bad: [
    { path: 'join.sh', code: 'kubeadm join 10.0.0.5:6443 --token {secret} --discovery-token-ca-cert-hash sha256:…' },
    { path: 'kubeadm.yml', code: 'bootstrapTokens:\n  - token: {secret}' },
  ],
  good: [
    { path: 'join.sh', code: 'kubeadm join 10.0.0.5:6443 --token abcdef.0123456789abcdef' },
    { path: 'a.js', code: 'const token = parser.currenttokentype;' },
    { path: 'join.sh', code: 'kubeadm join 10.0.0.5:6443 --token $TOKEN' },
  ],
});
