import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const redisPassword = defineSecret({
  id: 'secrets/redis-password',
  title: 'Password in a Redis configuration',
  provider: 'Redis',
  regex: {
    source: String.raw`(?:requirepass|masterauth|sentinel auth-pass [\w.-]{1,40})(?:["'],)?[ \t]{1,4}["']?(?!foobared)(?<secret>[^\s"',\`]{3,256})`,
    literals: ['requirepass', 'masterauth', 'sentinel auth-pass'],
    lead: 0,
    maxLength: 400,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'Reads and changes everything in the data store; by its configuration commands one often reaches the host.',
  revoke: 'Change the password and render the configuration at start from a secret.',
  references: ['https://redis.io/docs/latest/operate/oss_and_stack/management/security/'],
  bad: [
    { path: 'redis.conf', code: 'bind 0.0.0.0\nrequirepass {secret}\n' },
    { path: 'compose.yml', code: 'command: redis-server --requirepass {secret}' },
  ],
  good: [
    { path: 'redis.conf', code: '# requirepass foobared\n' },
    { path: 'compose.yml', code: 'command: redis-server --requirepass ${REDIS_PASSWORD}' },
  ],
});
