import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const unattendPassword = defineSecret({
  id: 'secrets/unattend-password',
  title: 'Password in a Windows answer file',
  provider: 'Windows',
  regex: {
    source: String.raw`Password>\s{0,80}<Value>(?<secret>[^<>\s]{3,300})</Value>`,
    literals: ['<Value>'],
    lead: 100,
    maxLength: 420,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'Every machine installed from the file has this password; `PlainText` false only means base64.',
  revoke: 'Change it on the machines that were installed, and inject the password at installation or use LAPS.',
  bad: [
    {
      path: 'autounattend.xml',
      code: '<AdministratorPassword>\n  <Value>{secret}</Value>\n  <PlainText>true</PlainText>\n</AdministratorPassword>',
    },
  ],
  good: [
    {
      path: 'autounattend.xml',
      code: '<AdministratorPassword><Value>{{ admin_password }}</Value></AdministratorPassword>',
    },
  ],
});
