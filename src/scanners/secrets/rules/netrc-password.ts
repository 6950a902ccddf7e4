import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const netrcPassword = defineSecret({
  id: 'secrets/netrc-password',
  title: 'Password in a netrc entry',
  provider: 'netrc',
  regex: {
    source: String.raw`(?:machine(?:\s|\\n){1,8}[\w.$\{}-]{1,120}|default)(?:\s|\\n){1,8}login(?:\s|\\n){1,8}[^\s"'\\]{1,120}(?:\s|\\n){1,8}password(?:\s|\\n){1,8}(?<secret>[^\s"'\`\\]{3,256})`,
    literals: ['password'],
    maxLength: 700,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'curl, git, pip, Go and others send it to the machine unasked: the holder logs in there as that user.',
  revoke:
    'Change the password or token, keep .netrc out of the repository, and write it in the pipeline from a secret.',
  references: ['https://www.gnu.org/software/inetutils/manual/html_node/The-_002enetrc-file.html'],
  bad: [
    { path: '.netrc', code: 'machine git.acme.io\n  login ci\n  password {secret}\n' },
    { path: 'Dockerfile', code: 'RUN echo "machine git.acme.io login ci password {secret}" > ~/.netrc' },
  ],
  good: [{ path: 'build.sh', code: 'echo "machine github.com login ci password $GH_TOKEN" > ~/.netrc' }],
});
