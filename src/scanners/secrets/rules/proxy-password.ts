import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const proxyPassword = defineSecret({
  id: 'secrets/proxy-password',
  title: 'Password in a proxy’s configuration',
  provider: 'HAProxy, Squid',
  regex: {
    source: [
      String.raw`\bstats\s{1,4}auth\s{1,4}[^\s:]{1,60}:(?<secret>[^\s"'#]{3,128})`,
      String.raw`\buser\s{1,4}[\w.@-]{1,60}\s{1,4}insecure-password\s{1,4}["']?(?<secret>[^\s"'#]{3,128})`,
      String.raw`\bcache_peer\s[^\n]{1,200}?\slogin=[^\s:]{1,60}:(?<secret>[^\s"'#]{3,128})`,
    ],
    literals: ['stats auth', 'insecure-password', 'cache_peer'],
    lead: 80,
    maxLength: 420,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'Opens the proxy’s statistics and administration, the services behind it, or the proxy before it.',
  revoke:
    'Change the password and render the configuration at start from a secret; HAProxy also takes hashes and environment variables.',
  bad: [
    { path: 'haproxy.cfg', code: 'listen stats\n  stats auth ops:{secret}\n' },
    { path: 'haproxy.cfg', code: 'userlist api\n  user ci insecure-password {secret}\n' },
    { path: 'squid.conf', code: 'cache_peer up.acme.io parent 3128 0 no-query login=edge:{secret}\n' },
  ],
  good: [
    { path: 'haproxy.cfg', code: 'listen stats\n  stats auth "${STATS_USER}:${STATS_PASSWORD}"\n' },
    { path: 'squid.conf', code: 'cache_peer up.acme.io parent 3128 0 no-query login=PASS\n' },
  ],
});
