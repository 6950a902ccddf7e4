import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';
import { encodedPassword } from '../proof/encoded-password.ts';

export const filezillaPassword = defineSecret({
  id: 'secrets/filezilla-password',
  title: 'Server password saved by FileZilla',
  provider: 'FileZilla',
  regex: {
    source: String.raw`<Pass encoding="base64">(?<secret>[A-Za-z0-9+/]{4,400}={0,2})</Pass>`,
    literals: ['<Pass encoding="base64">'],
    lead: 0,
    maxLength: 440,
    sample: (random) => Buffer.from(drawPassword(random)).toString('base64'),
  },
  proof: encodedPassword(true),
  family: 'password',
  opens: 'Logs in to the file server of the entry, mostly the one a website runs on.',
  revoke:
    'Change the password at the server, and keep sitemanager.xml, recentservers.xml and the like out of the repository.',
  bad: [
    {
      path: 'sitemanager.xml',
      code: '<Server><Host>ftp.acme.io</Host><User>web</User><Pass encoding="base64">{secret}</Pass></Server>',
    },
  ],
  good: [{ path: 'sitemanager.xml', code: '<Server><Host>ftp.acme.io</Host><Pass encoding="base64" /></Server>' }],
});
