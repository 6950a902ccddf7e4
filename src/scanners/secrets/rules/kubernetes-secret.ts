import { defineSecret } from '../define-secret.ts';
import { drawPassword } from '../proof/draw.ts';
import { encodedPassword } from '../proof/encoded-password.ts';

/** Keys that hold no secret, and keys whose content other rules read. */
const harmless = String.raw`[\w.-]{0,40}(?:user(?:name)?|login|host(?:name)?|port|name|namespace|database|db|url|uri|endpoint|region|bucket|email|type|ca\.crt|tls\.crt|tls\.key|\.dockerconfigjson|\.dockercfg|client_?id|known_hosts|issuer|subject|role|org|project|tenant|scheme|driver|debug|level|mode|version|enabled|cert|crt|pem|truststore[\w.]{0,12})["']?:`;

const entry = String.raw`[ \t]{1,12}["']?[\w.-]{1,80}["']?:[^\n]{0,8000}\n(?:[ \t]{0,12}(?:#[^\n]{0,200})?\n){0,3}`;

/** From the head of a manifest to its values, in either order of the keys. */
const head = String.raw`kind:[ \t]{0,4}["']?Secret["']?[ \t]{0,4}\r?\n(?:(?!---|kind:)[^\n]{0,400}\n){0,24}?`;

/** The value of the nth key. */
const valueAt = (section: string, value: string) => (index: number) =>
  String.raw`${head}${section}:[ \t]{0,4}\r?\n(?:[ \t]{0,12}(?:#[^\n]{0,200})?\n){0,3}(?:${entry}){${index}}[ \t]{1,12}(?!${harmless})["']?[\w.-]{1,80}["']?:[ \t]{1,4}["']?(?<secret>${value})["']?[ \t]{0,4}(?=[\r\n#]|$)`;

const positions = [0, 1, 2, 3, 4, 5, 6, 7];

const [first = '', ...others] = positions.map(valueAt('data', String.raw`[A-Za-z0-9+/]{4,8000}={0,2}`));

export const kubernetesSecret = defineSecret({
  id: 'secrets/kubernetes-secret',
  title: 'Value in a Kubernetes Secret manifest',
  provider: 'Kubernetes',
  regex: {
    source: [first, ...others],
    caseless: true,
    literals: ['kind: secret', 'kind: "secret"'],
    lead: 0,
    maxLength: 30_000,
    sample: (random) => Buffer.from(drawPassword(random)).toString('base64'),
  },
  proof: encodedPassword(false),
  distinctive: false,
  gitleaks: 'kubernetes-secret-yaml',
  opens: 'base64 is no encryption: whoever reads the manifest has what the workload logs in with.',
  revoke: 'Change the value and commit a SealedSecret, an ExternalSecret or a SOPS file instead.',
  references: ['https://kubernetes.io/docs/concepts/configuration/secret/'],
  bad: [
    {
      path: 'k8s/secret.yaml',
      code: 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ntype: Opaque\ndata:\n  username: c2hvcA==\n  password: {secret}\n',
    },
  ],
  good: [
    {
      path: 'k8s/secret.yaml',
      code: 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  password: ${DB_PASSWORD_B64}\n',
    },
    {
      path: 'chart/templates/secret.yaml',
      code: 'kind: Secret\ndata:\n  password: {{ .Values.password | b64enc | quote }}\n',
    },
  ],
});
