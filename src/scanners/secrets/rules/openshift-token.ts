import { defineSecret } from '../define-secret.ts';

export const openshiftToken = defineSecret({
  id: 'secrets/openshift-token',
  title: 'OpenShift OAuth token',
  provider: 'Red Hat OpenShift',
  shape: 'sha256~<w43>',
  gitleaks: 'openshift-user-token',
  opens: "It acts as the user or service account on the cluster's API with all its role bindings.",
  revoke:
    'Log it out (oc logout, or delete the OAuthAccessToken) and log in again; pipelines use bound service account tokens.',
  bad: [
    { path: 'login.sh', code: 'oc login --token={secret} --server=https://api.acme.io:6443' },
    { path: '.env', code: 'OPENSHIFT_TOKEN={secret}' },
  ],
  good: [
    { path: 'login.sh', code: 'oc login --token="$(cat /var/run/secrets/kubernetes.io/serviceaccount/token)"' },
    { path: 'lock.txt', code: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' },
  ],
});
