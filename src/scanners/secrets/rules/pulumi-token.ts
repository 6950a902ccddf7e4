import { defineSecret } from '../define-secret.ts';

export const pulumiToken = defineSecret({
  id: 'secrets/pulumi-token',
  title: 'Pulumi access token',
  provider: 'Pulumi',
  shape: 'pul-<h40>',
  gitleaks: 'pulumi-api-token',
  opens:
    'It updates and destroys stacks, reads their state and decrypts the configuration secrets that the service holds.',
  revoke: "Delete it under Personal access tokens (or the organisation's) and use OIDC for pipelines.",
  bad: [{ path: '.env', code: 'PULUMI_ACCESS_TOKEN={secret}' }],
  good: [
    { path: '.env', code: 'PULUMI_ACCESS_TOKEN=pul-xxxxxxxx' },
    { path: 'ci.yml', code: 'PULUMI_ACCESS_TOKEN: ${{ secrets.PULUMI }}' },
  ],
});
