import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const dotnetSettingSecret = defineSecret({
  id: 'secrets/dotnet-setting-secret',
  title: 'Password in NuGet.Config, web.config or app.config',
  provider: '.NET',
  regex: {
    source: String.raw`<add\s{1,8}key\s{0,2}=\s{0,2}["'](?:[\w.:-]{0,60}(?:password|passwd|pwd|secret|apikey|api[_-]key|accesskey|access[_-]key|authtoken|token|privatekey))["']\s{1,8}value\s{0,2}=\s{0,2}["'](?<secret>[^"'<>\n]{3,400})["']`,
    caseless: true,
    literals: [
      'password',
      'passwd',
      'pwd',
      'secret',
      'apikey',
      'api_key',
      'api-key',
      'accesskey',
      'access_key',
      'access-key',
      'token',
      'privatekey',
    ],
    lead: 100,
    maxLength: 560,
    sample: drawPassword,
  },
  path: /\.config$/i,
  distinctive: false,
  family: 'password',
  gitleaks: 'nuget-config-password',
  opens: 'Whoever reads the file uses the feed or service that the entry belongs to.',
  revoke:
    'Change the value and read it from an environment variable (`%NUGET_PASSWORD%`), user secrets or a key vault.',
  references: ['https://learn.microsoft.com/nuget/reference/nuget-config-file#packagesourcecredentials'],
  bad: [
    {
      path: 'NuGet.Config',
      code: '<packageSourceCredentials><Acme><add key="Username" value="ci" /><add key="ClearTextPassword" value="{secret}" /></Acme></packageSourceCredentials>',
    },
    { path: 'Web.config', code: '<appSettings><add key="SmtpPassword" value="{secret}"/></appSettings>' },
  ],
  good: [{ path: 'NuGet.Config', code: '<add key="ClearTextPassword" value="%NUGET_PASSWORD%" />' }],
});
