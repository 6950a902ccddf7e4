import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';

export const curlCredentials = defineSecret({
  id: 'secrets/curl-credentials',
  title: 'Password on the command line of curl, HTTPie or skopeo',
  provider: 'HTTP',
  regex: {
    source: [
      String.raw`(?<![\w.-])(?:curl|https?|skopeo|buildah|crane|xh)(?:\.exe)?(?=["']?[\s,])(?:[^\n;|]|\\\r?\n){0,300}?\s["']?(?:-[a-zA-Z]{0,5}u|--user|--proxy-user|-U|-a|--auth|--(?:src-|dest-)?creds)["']?(?:,?[ \t]{1,4}|=|(?=["']))\\?["']?[^\s:"'\`<>]{1,100}:(?!\/\/)(?<secret>[^\s"'\`<>\\]{3,200})`,
      String.raw`(?<![\w.-])wget(?=\s)(?:[^\n;|]|\\\r?\n){0,300}?\s--(?:http-|ftp-|proxy-)?password(?:=|[ \t]{1,4})["']?(?<secret>[^\s"'\`<>\\]{3,200})`,
    ],
    literals: [
      'curl',
      // The client, not the scheme.
      ...['http', 'https'].flatMap((name) => [`${name} `, `${name}",`, `${name}',`] as const),
      'wget',
      'skopeo',
      'buildah',
      'crane',
      'xh ',
    ],
    lead: 0,
    maxLength: 640,
    sample: drawPassword,
  },
  distinctive: false,
  family: 'password',
  gitleaks: 'curl-auth-user',
  opens: 'Calls the service as that user; besides the file it stands in shell histories, process lists and logs.',
  revoke: 'Change the password and let the tool read it from .netrc, a file (`--config`) or the environment.',
  references: ['https://curl.se/docs/manpage.html#-u'],
  bad: [
    { path: 'poll.sh', code: 'curl -s -u "ci:{secret}" https://jenkins.acme.io/api/json' },
    { path: 'Jenkinsfile', code: "sh 'curl --user deploy:{secret} -T app.war https://tomcat.acme.io/manager'" },
    { path: 'poll.sh', code: 'curl -XPOST \\\n  -u elastic:{secret} \\\n  https://es.acme.io' },
  ],
  good: [
    { path: 'poll.sh', code: 'curl -s -u "ci:$JENKINS_TOKEN" https://jenkins.acme.io/api/json' },
    { path: 'README.md', code: 'curl -u username:password https://api.example.com' },
    { path: 'run.sh', code: 'docker run -u 1000:1000 curlimages/curl -sS https://acme.io' },
  ],
});
