import { defineSecret } from '../define-secret.ts';
import { drawText } from '../proof/draw.ts';

export const recordedSessionCookie = defineSecret({
  id: 'secrets/recorded-session-cookie',
  title: 'Session cookie in a recording of web traffic',
  provider: 'HTTP archive',
  regex: {
    source: String.raw`"name"\s{0,4}:\s{0,4}"(?:[Ss]et-)?[Cc]ookie"\s{0,4},\s{0,40}"value"\s{0,4}:\s{0,4}"(?:[^"\\]{1,400}?[; ])??[\w.-]{0,30}(?:[Ss]ess(?:ion)?(?:[_-]?[Ii][Dd])?|SESS(?:ION)?(?:[_-]?ID)?|sid|auth[\w-]{0,12}|token|jwt)=(?<secret>[\w.~+/%-]{20,400})`,
    literals: ['ookie"'],
    lead: 20,
    maxLength: 1000,
    sample: (random) => drawText(random, 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', 40),
  },
  path: /\.har$/i,
  entropy: 3.5,
  severity: 'medium',
  distinctive: false,
  opens: 'Continues the session of whoever recorded it, past password and second factor, until it ends or expires.',
  revoke: 'Sign that session out, and remove cookies and authorization headers from recordings before sharing them.',
  bad: [
    {
      path: 'request.har',
      code: '{"headers":[{"name":"Cookie","value":"theme=dark; session={secret}"}]}\n',
    },
    { path: 'login.har', code: '{ "name": "Set-Cookie", "value": "JSESSIONID={secret}; Path=/; HttpOnly" }\n' },
  ],
  good: [{ path: 'request.har', code: '{"headers":[{"name":"Cookie","value":"theme=dark; session=REDACTED"}]}\n' }],
});
