import type { SecretKind } from './candidate.ts';

/** Words of a name in lower case: `dbPassword`, `DB_PASSWORD` and `db.password` all give `db`, `password`. */
export function splitName(name: string): readonly string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);
}

/** Words that merely contain a telling one. */
const innocent =
  /^(?:compass|bypass\w*|passive\w*|passenger\w*|passport\w*|passage\w*|passed|passes|passing|passthru|passthrough|trespass\w*|encompass\w*|surpass\w*|tokeni[sz]\w*|detoken\w*|author|authors|authored|authoring|authority|authorities|authori[sz]\w*|authentic|secretary|secretar\w*|accredit\w*|credit|credits|incredible|basalt|saltire|tokens)$/;

/** What is told of a key or password rather than being one: `privateKey.curve`, `PASSWORD_TYPE`. */
const traits = /^(?:curve|type|types|format|algorithm|alg|encoding|padding|length|strength|policy)$/;

const kinds: readonly (readonly [SecretKind, RegExp])[] = [
  [
    'password',
    /(?:^|_)\w*(?:password|passwd|passphrase|passwort|passcode|kennwort|contrasena|senha|passin|passout)s?(?:_|\d*$)/,
  ],
  ['password', /(?:^|_)(?:\w{0,8}(?:pass|pwd)|passw|psw|psk|pw|mdp|userpwd)\d*(?:_|$)/],
  ['secret', /(?:^|_)\w*secrets?\d*(?:_|$)|(?:^|_)(?:salt|pepper)(?:_|$)|_salt$|(?:^|_)webhook_signing$/],
  ['token', /(?:^|_)\w*(?:token|bearer|jwt|pat)\d*(?:_|$)/],
  [
    'key',
    /(?:^|_)\w*(?:apikey|appkey|accesskey|authkey|secretkey|privatekey|masterkey|signingkey|encryptionkey|privkey)\d*(?:_|$)/,
  ],
  [
    'key',
    /(?:^|_)(?:api|app|access|auth|secret|private|master|account|shared|storage|signing|signature|sign|encryption|encrypt|cipher|crypto|crypt|aes|hmac|des|jwt|session|cookie|service|client|consumer|subscription|license|licence|integration|admin|root|webhook|deploy|server|priv|fernet|write|ingest|instrumentation|security|symmetric|security|user)_(?:\w+_)?keys?(?:_|\d*$)/,
  ],
  ['auth', /(?:^|_)(?:\w{0,12}auth|authorization|authentication|credentials?|creds?)\d*(?:_|$)/],
  ['key', /(?:^|_)\w*keys?\d*$|^fernet$/],
];

/** What kind of secret a name announces; undefined when it announces none. */
export function nameKind(name: string): SecretKind | undefined {
  const words = splitName(name).filter((word) => !innocent.test(word));
  if (words.length === 0 || traits.test(words.at(-1) ?? '')) return undefined;
  const joined = words.join('_');
  return kinds.find(([, pattern]) => pattern.test(joined))?.[0];
}
