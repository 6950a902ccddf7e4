import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const osInstallPassword = defineSecret({
  id: 'secrets/os-install-password',
  title: 'Password in an installer’s answer file',
  provider: 'Operating systems',
  regex: {
    source: String.raw`(?:^|\n)(?:rootpw\s{1,4}(?:--plaintext\s{1,4}|--lock\s{1,4}){0,2}(?!--|\$)|d-i\s{1,4}passwd/(?:root|user)-password(?:-again)?\s{1,4}password\s{1,4}|\s{0,20}-?\s{0,4}plain_text_passwd:\s{1,4}["']?|olcRootPW:\s{1,4}|bindpw\s{1,4}|chpasswd:\s{1,40}(?:expire:[^\n]{0,20}\s{1,40})?list:\s{0,4}\|?[+-]?\s{1,40}(?:- )?[\w-]{1,40}:)(?<secret>[^\s"'{]{3,128})`,
    literals: ['rootpw ', 'd-i', 'plain_text_passwd', 'olcRootPW', 'bindpw', 'chpasswd:'],
    lead: 30,
    maxLength: 340,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'Every machine installed from the file has this password for root, its first user or its directory.',
  revoke: 'Change it on the machines that were installed, and put only a hash or a key into the file.',
  bad: [
    { path: 'ks.cfg', code: 'lang en_US\nrootpw --plaintext {secret}\n' },
    { path: 'user-data', code: '#cloud-config\nchpasswd:\n  expire: false\n  list: |\n    root:{secret}\n' },
    { path: 'preseed.cfg', code: '\nd-i passwd/root-password password {secret}\n' },
  ],
  good: [
    { path: 'ks.cfg', code: 'rootpw --lock\n' },
    { path: 'preseed.cfg', code: 'd-i passwd/root-login boolean false\n' },
  ],
});
