import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const secureString = defineSecret({
  id: 'secrets/secure-string',
  title: 'Password turned into a SecureString',
  provider: 'PowerShell',
  regex: {
    source: String.raw`ConvertTo-SecureString\s{1,4}(?:-AsPlainText\s{1,4}|-Force\s{1,4}|-String\s{1,4}){0,3}["'](?<secret>[^"'\n]{3,128})["']`,
    caseless: true,
    literals: ['convertto-securestring'],
    lead: 0,
    maxLength: 220,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'The password stands in the script in plain text, secure only in name: whoever reads it is that account.',
  revoke: 'Change the password and take it from Get-Credential, SecretManagement or the pipeline’s secrets.',
  bad: [{ path: 'new-user.ps1', code: '$pw = ConvertTo-SecureString "{secret}" -AsPlainText -Force' }],
  good: [{ path: 'new-user.ps1', code: '$pw = ConvertTo-SecureString $env:ADMIN_PASSWORD -AsPlainText -Force' }],
});
