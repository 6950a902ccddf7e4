import { defineSecret } from '../define-secret.ts';

export const cloudsmithApiKey = defineSecret({
  id: 'secrets/cloudsmith-api-key',
  title: 'Cloudsmith API key',
  provider: 'Cloudsmith',
  shape: 'csa_<h30><A6>',
  opens: 'It downloads and publishes packages in every repository of the user or service account.',
  revoke: "Refresh it under the account's API settings; use OIDC for pipelines.",
  bad: [{ path: '.env', code: 'CLOUDSMITH_API_KEY={secret}' }],
  good: [
    { path: '.env', code: 'CLOUDSMITH_API_KEY=csa_xxx' },
    { path: 'ci.yml', code: 'CLOUDSMITH_API_KEY: ${{ secrets.CLOUDSMITH }}' },
  ],
});
