import { defineSecret } from '../define-secret.ts';

export const nugetApiKey = defineSecret({
  id: 'secrets/nuget-api-key',
  title: 'NuGet.org API key',
  provider: 'NuGet',
  shape: 'oy2[a-p]<l15>[aq]<l11>[eu][bdfhjlnprtvxz357][a-p]<l11>[aeimquy4]',
  severity: 'critical',
  opens: 'It pushes package versions that builds of their users then run.',
  revoke:
    'Delete it on nuget.org → API keys and list what was pushed. Use trusted publishing, or a key for one package glob with an expiry.',
  bad: [
    {
      path: 'push.sh',
      code: 'dotnet nuget push *.nupkg --api-key {secret} --source https://api.nuget.org/v3/index.json',
    },
    { path: '.env', code: 'NUGET_API_KEY={secret}' },
  ],
  good: [
    { path: 'push.sh', code: 'dotnet nuget push *.nupkg --api-key $NUGET_API_KEY' },
    { path: '.env', code: 'NUGET_API_KEY=oy2xxxxxxxx' },
  ],
});
