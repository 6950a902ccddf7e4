import { defineSecret } from '../define-secret.ts';

export const azureApimGitPassword = defineSecret({
  id: 'secrets/azure-apim-git-password',
  title: 'Azure API Management git password',
  provider: 'Microsoft Azure',
  shape: 'git&<d12>&<B86>==',
  opens: "It clones and pushes the gateway's configuration repository: APIs, policies and the named values in them.",
  revoke: 'Generate a new password under API Management → Repository, or disable git access.',
  bad: [{ path: 'clone.sh', code: 'git clone "https://apim:{secret}@shop.scm.azure-api.net/"' }],
  good: [
    { path: 'clone.sh', code: 'git clone "https://apim:$APIM_PASSWORD@shop.scm.azure-api.net/"' },
    { path: 'doc.md', code: 'user apim, password git&201907012345&…' },
  ],
});
