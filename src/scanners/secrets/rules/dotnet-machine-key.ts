import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const dotnetMachineKey = defineSecret({
  id: 'secrets/dotnet-machine-key',
  title: 'ASP.NET machine key',
  provider: '.NET',
  regex: {
    source: String.raw`(?:validationKey|decryptionKey)\s{0,2}=\s{0,2}["'](?<secret>[0-9A-F]{32,256})["',]`,
    caseless: true,
    literals: ['validationkey', 'decryptionkey'],
    lead: 0,
    maxLength: 290,
    sample: (random) => drawText(random, '0123456789ABCDEF', 64),
  },
  entropy: 3,
  severity: 'critical',
  opens: 'With it one forges authentication tickets and a ViewState that runs code on the server.',
  revoke: 'Generate new keys on each site, remove the element, or keep them encrypted outside the repository.',
  references: ['https://learn.microsoft.com/dotnet/api/system.web.configuration.machinekeysection'],
  bad: [{ path: 'web.config', code: '<machineKey validationKey="{secret}" validation="HMACSHA256" />' }],
  good: [
    {
      path: 'web.config',
      code: '<machineKey validationKey="AutoGenerate,IsolateApps" decryptionKey="AutoGenerate" />',
    },
  ],
});
