import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const networkCredential = defineSecret({
  id: 'secrets/network-credential',
  title: 'Password in a credential object',
  provider: 'Source code',
  regex: {
    source: String.raw`(?:NetworkCredential|PasswordAuthentication|UsernamePasswordCredentials|NTCredentials|HTTPBasicAuth|HTTPDigestAuth|HttpNtlmAuth|BasicAuthenticationInterceptor|BasicAuthHandler|PlainTextAuthProvider|PasswordAuthenticator|PlainCredentials|ConnectionCredentials|OAuthBearerCredentials|[sS]etBasicAuth|basicAuthentication|BasicAWSCredentials|UserPasswordCredential|UsernamePasswordCredential)\s{0,2}\(\s{0,40}@?["'\`][^"'\`\n]{1,120}["'\`]\s{0,2},\s{0,40}@?["'\`](?<secret>[^"'\`\n\\]{3,128})["'\`]`,
    literals: [
      'Credential',
      'Authenticat',
      'BasicAuth',
      'DigestAuth',
      'NtlmAuth',
      'PlainTextAuthProvider',
      'PasswordAuthenticator',
      'basicAuthentication',
    ],
    lead: 24,
    maxLength: 400,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  opens: 'Logs in to the service that the object is used for.',
  revoke: 'Change the password and read user and password from the environment or a secret store.',
  bad: [
    { path: 'Mailer.cs', code: 'smtp.Credentials = new NetworkCredential("mailer@acme.io", "{secret}");' },
    { path: 'sync.py', code: "r = requests.get(url, auth=HTTPBasicAuth('svc-sync', '{secret}'))" },
    {
      path: 'Es.java',
      code: 'provider.setCredentials(AuthScope.ANY, new UsernamePasswordCredentials("elastic", "{secret}"));',
    },
  ],
  good: [
    { path: 'Mailer.cs', code: 'smtp.Credentials = new NetworkCredential(options.User, options.Password);' },
    { path: 'docs.py', code: "auth=HTTPBasicAuth('user', 'password')" },
  ],
});
