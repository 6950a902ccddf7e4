import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

const line = String.raw`(?<![^\n])[ \t]{0,8}(?:no[ \t])?`;
/** A word in the clear: hashes and reversible forms (`$1$…`, a digit from 4 to 9 before it) are known by other rules. */
const word = String.raw`(?:[06][ \t]{1,4})?["']?(?<secret>(?![4-9][ \t]|\$\d{1,2}\$|\{)[^\s"']{4,64})["']?`;
const end = String.raw`[ \t]{0,8}(?![^\r\n])`;

export const networkLoginPassword = defineSecret({
  id: 'secrets/network-login-password',
  title: 'Password in the clear in a router or switch configuration',
  provider: 'Network devices',
  regex: {
    source: [
      String.raw`${line}username[ \t]{1,4}\S{1,64}[ \t](?:[ \t]{0,4}(?:privilege|role)[ \t]{1,4}\S{1,32}[ \t]){0,2}[ \t]{0,4}(?:password|secret)[ \t]{1,4}${word}${end}`,
      String.raw`${line}enable[ \t]{1,4}(?:password|secret)[ \t]{1,4}(?:level[ \t]{1,4}\d{1,2}[ \t]{1,4})?(?=\S{0,63}(?:\d|[^\w\s-]|[a-z][A-Z]))${word}${end}`,
      // The login of a line: console, terminal, auxiliary port.
      String.raw`(?<![^\n])line[ \t](?:con|vty|aux|tty|console)[ \t][^\n]{1,20}\n(?:[ \t]{1,8}[^\n]{1,80}\n){0,8}?[ \t]{1,8}password[ \t]{1,4}${word}${end}`,
      String.raw`${line}(?:radius-server|tacacs-server|tacacs|aaa)[ \t][^\n]{0,100}?\bkey[ \t]{1,4}${word}${end}`,
      String.raw`${line}neighbor[ \t]{1,4}[\w.:-]{1,60}[ \t]{1,4}password[ \t]{1,4}${word}${end}`,
      String.raw`${line}(?:ip[ \t]{1,4})?ospf[ \t]{1,4}(?:authentication-key|message-digest-key[ \t]{1,4}\d{1,3}[ \t]{1,4}md5)[ \t]{1,4}${word}${end}`,
      String.raw`${line}crypto[ \t]{1,4}isakmp[ \t]{1,4}key[ \t]{1,4}(?:0[ \t]{1,4})?["']?(?<secret>[^\s"']{4,64})["']?[ \t]{1,4}(?:address|hostname)\b`,
      String.raw`${line}ppp[ \t]{1,4}(?:chap|pap[ \t]{1,4}sent-username[ \t]{1,4}\S{1,64})[ \t]{1,4}password[ \t]{1,4}${word}${end}`,
    ],
    literals: [
      'username ',
      'enable password',
      'enable secret',
      'line vty',
      'line con',
      'line aux',
      'line tty',
      '-server ',
      'tacacs ',
      'aaa ',
      'neighbor ',
      'ospf ',
      'isakmp key',
      'ppp ',
    ],
    lead: 20,
    maxLength: 900,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'Logs in to the device, or speaks for its routing and login servers: who has it reads and redirects traffic.',
  revoke:
    'Change it, use hashed secrets (`algorithm-type scrypt`) and a login server, and keep running configurations out of shared repositories.',
  bad: [
    { path: 'edge1.cfg', code: 'hostname edge1\nusername ops privilege 15 password 0 {secret}\n' },
    { path: 'configs/sw2.conf', code: 'line vty 0 4\n exec-timeout 5 0\n password {secret}\n login\n' },
    { path: 'core.cfg', code: 'router bgp 65001\n neighbor 10.0.0.2 password {secret}\n' },
    { path: 'edge2.cfg', code: 'tacacs-server host 10.0.0.9 key 0 {secret}\n' },
  ],
  good: [
    {
      path: 'edge1.cfg',
      code: 'username ops privilege 15 secret 9 $9$2MJBozw/9R3UsU$2lFhcKvpghcyw8deP25GOfyZaagyUOGBymkryvOdfco\n',
    },
    { path: 'notes.md', code: 'Use the enable password command.\nenable password encryption\n' },
    { path: 'login.txt', code: 'username and password required\n' },
  ],
});
