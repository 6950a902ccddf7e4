import { defineSecret } from '../define-secret.ts';
import { jwt } from '../proof/jwt.ts';

export const kubernetesServiceAccountToken = defineSecret({
  id: 'secrets/kubernetes-service-account-token',
  title: 'Kubernetes service account token',
  provider: 'Kubernetes',
  shape: 'eyJ<w10-300>.eyJpc3MiOiJrdWJlcm5ldGVzL3NlcnZpY2VhY2NvdW50Ii<w30-1200>.<w43-700>',
  proof: jwt('kubernetes/serviceaccount'),
  severity: 'critical',
  opens:
    "It never expires and acts as the service account on the cluster's API; with a broad role binding that is the whole cluster.",
  revoke:
    'Delete the secret that holds it (kubectl delete secret) and review the audit log. Use bound tokens (kubectl create token) or OIDC with a short life.',
  bad: [
    { path: 'kubeconfig', code: 'users:\n- name: ci\n  user:\n    token: {secret}' },
    { path: '.env', code: 'KUBE_TOKEN={secret}' },
  ],
  good: [
    { path: 'kubeconfig', code: 'user:\n  exec:\n    command: aws-iam-authenticator' },
    { path: 'deploy.sh', code: 'kubectl --token "$KUBE_TOKEN" apply -f .' },
  ],
});
