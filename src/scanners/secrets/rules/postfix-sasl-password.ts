import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const postfixSaslPassword = defineSecret({
  id: 'secrets/postfix-sasl-password',
  title: 'Relay password of a mail server',
  provider: 'Mail',
  regex: {
    source: String.raw`\[[\w.-]{3,100}\](?::(?:\d{2,5}|submissions?))?[ \t]{1,8}[^\s:"']{1,80}:(?<secret>[^\s"']{3,200})`,
    literals: [']:587', ']:465', ']:25', ']:2525', ']:submission'],
    lead: 102,
    maxLength: 400,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'Sends mail through the relay in the company’s name.',
  revoke: 'Change the password or key at the provider and write sasl_passwd at deployment from a secret.',
  references: ['https://www.postfix.org/SASL_README.html'],
  bad: [{ path: 'sasl_passwd', code: '[smtp.acme.io]:587 relay@acme.io:{secret}\n' }],
  good: [{ path: 'sasl_passwd.j2', code: '[smtp.acme.io]:587 {{ relay_user }}:{{ relay_password }}\n' }],
});
