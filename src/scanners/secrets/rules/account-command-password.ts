import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

const rest = String.raw`[^\n;|]{0,160}?\s`;

export const accountCommandPassword = defineSecret({
  id: 'secrets/account-command-password',
  title: 'Password on the command line that creates an account',
  provider: 'Command line',
  regex: {
    source: [
      String.raw`(?<=["'\s])[\w.$\{}-]{1,40}:(?<secret>[^\s"'\`:|<>]{3,128})(?:\\n)?["']?\s{0,4}(?:\||>)\s{0,4}(?:sudo\s{1,4})?chpasswd\b`,
      String.raw`\bchpasswd\b[^\n]{0,30}<<<\s{0,4}["']?[\w.$\{}-]{1,40}:(?<secret>[^\s"'\`:|<>]{3,128})`,
      String.raw`\bhtpasswd\s${rest.replace('160', '60')}?-[a-zA-Z]{0,5}b[a-zA-Z]{0,5}\s{1,4}(?:-\w{1,4}\s{1,4}){0,3}[^\s]{1,120}\s{1,4}[^\s]{1,60}\s{1,4}["']?(?<secret>[^\s"'\`<>\\)]{3,128})`,
      String.raw`\brabbitmqctl\b[^\n]{0,60}\b(?:add_user|change_password)\s{1,4}["']?[\w.@-]{1,60}["']?\s{1,4}["']?(?<secret>[^\s"'\`<>\\)&]{3,128})`,
      String.raw`\bmosquitto_(?:passwd\s{1,4}(?:-c\s{1,4})?-b\s{1,4}\S{1,120}\s{1,4}\S{1,60}\s{1,4}|(?:pub|sub)\b${rest}-P\s{1,4})["']?(?<secret>[^\s"'\`<>\\)]{3,128})`,
      String.raw`\bnet\s{1,4}user\s{1,4}["']?[\w.$%-]{1,40}["']?\s{1,4}["']?(?![/*])(?<secret>[^\s"'\`<>/]{3,128})["']?\s{1,4}/add`,
      String.raw`\bkubectl\b[^\n]{0,120}\bcreate\s{1,4}secret\b(?:[^\n]|\\\n){0,300}?--(?:from-literal=["']?[\w.-]{0,40}(?:pass(?:word)?|secret|token|key|pwd|credentials?)=|docker-password=)["']?(?<secret>[^\s"'\`<>\\)]{3,2000})`,
      String.raw`\bnmcli\s(?:-\S{1,12}\s){0,4}(?:d|dev|device|c|con|connection)\s[^\n]{0,160}?\b(?:password|wifi-sec\.psk|802-11-wireless-security\.psk)\s{1,4}["']?(?<secret>[^\s"'\`<>\\)]{8,63})`,
      String.raw`\bwpa_passphrase\s{1,4}(?:"[^"\n]{1,32}"|'[^'\n]{1,32}'|[^\s"']{1,32})\s{1,4}["']?(?<secret>[^\s"'\`<>\\)|]{8,63})`,
    ],
    literals: [
      'chpasswd',
      'htpasswd',
      'rabbitmqctl',
      'mosquitto_',
      'net user',
      'create secret',
      'nmcli',
      'wpa_passphrase',
    ],
    lead: 190,
    maxLength: 2600,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'Logs in as the account that the command creates, on every machine and image it ran on.',
  revoke:
    'Change the password and create accounts without one, or with one from a secret that the build does not keep.',
  bad: [
    { path: 'Dockerfile', code: 'RUN useradd -m ops && echo "ops:{secret}" | chpasswd' },
    { path: 'setup.sh', code: 'htpasswd -bc /etc/nginx/.htpasswd admin {secret}' },
    { path: 'init.sh', code: 'rabbitmqctl add_user shop {secret}' },
    {
      path: 'seed.sh',
      code: 'kubectl create secret generic db --from-literal=username=shop --from-literal=password={secret}',
    },
    { path: 'provision.cmd', code: 'net user deploy {secret} /add' },
  ],
  good: [
    { path: 'Dockerfile', code: 'RUN echo "ops:${OPS_PASSWORD}" | chpasswd' },
    { path: 'setup.sh', code: 'htpasswd -nB admin' },
    { path: 'seed.sh', code: 'kubectl create secret generic db --from-literal=password="$DB_PASSWORD"' },
  ],
});
