import type { Literal, Pattern } from '../../../lib/matcher/pattern.ts';

const tellingWords = [
  'pass',
  'pwd',
  'passwd',
  'psk',
  'secret',
  'token',
  'kennwort',
  'contrasena',
  'senha',
  'apikey',
  'api_key',
  'api-key',
  'api.key',
  'access_key',
  'access-key',
  'accesskey',
  'private_key',
  'private-key',
  'privatekey',
  'auth_key',
  'authkey',
  'master_key',
  'masterkey',
  'signing_key',
  'signing-key',
  'signingkey',
  'encryption_key',
  'encryption-key',
  'encryptionkey',
  'encrypt_key',
  'fernet',
  'crypto_key',
  'cryptokey',
  'account_key',
  'accountkey',
  'shared_key',
  'sharedkey',
  'auth',
  'credential',
  'salt',
  'pepper',
  'jwt',
];

function caseless(...texts: readonly string[]): readonly Literal[] {
  return texts.map((text) => ({ text, caseless: true }));
}

function alternatives(words: readonly string[]): string {
  return words.map((word) => word.replace(/[.]/g, '\\.')).join('|');
}

/** Callees that take a secret as their second argument; short words, so never a part of a longer one. */
const signers = ['sign', 'verify', 'createhmac', 'new_hmac'];

const callees = [
  'login',
  'connect',
  'credential',
  'credentials',
  'basicauth',
  'basic_auth',
  'authenticate',
  'connection',
  'pdo',
  'mysqli',
  'auth',
];

/**
 * Heads of candidates: a telling word with the rest of its name up to an operator. The detector reads name and value
 * around them itself, so matches stay short, start at their literal and cost one look each.
 */
export const genericPatterns: readonly Pattern[] = [
  {
    // Name, then an operator, an opening quote, a type and `=`, or a `value` attribute.
    source:
      `(?:${alternatives(tellingWords)})[\\w$.\\-"'\`\\\\\\])}?]{0,36}[ \\t]{0,16}` +
      `(?:[:=,>(|!<{\\["'\`]|or\\b|(?:as|is|was)\\b|\\r?\\n[ \\t]{0,24}["']?(?:value|default)|[A-Za-z_&*.]{1,20}[ \\t]{0,4}[=:][^=])`,
    flags: 'i',
    literals: caseless(...tellingWords),
    lead: 0,
    maxLength: 140,
  },
  {
    // Option or directive with a space before the value: `--password x`, `ENV TOKEN x`, `requirepass x`.
    // The look ahead comes first because it fails sooner than the look behind.
    source:
      '(?=[\\w-]{3,40}(?:["\'],?)?[ \\t]{1,8}["\']?[^\\s=:"\'({])' +
      '(?<=(?:[\\s"\'`(\\[,]--?|(?:^|\\n)[ \\t]{0,12}(?:(?:ENV|ARG|set|setx|setenv|username|machine|login|net|user)[ \\t][^\\n]{0,60})?)[\\w.-]{0,24})' +
      '(?:pass|pwd|secret|token|api[-_]?key|auth)[\\w-]{0,20}(?:["\'],?)?[ \\t]{1,8}["\']?(?=[^\\s=:"\'({])',
    flags: 'i',
    literals: caseless('pass', 'pwd', 'secret', 'token', 'apikey', 'api-key', 'api_key', 'auth'),
    lead: 0,
    maxLength: 64,
  },
  {
    // Call that takes a user and a password.
    source: `(?:${alternatives(callees)}|(?<![A-Za-z])(?:${alternatives(signers)}))[ \\t]?=?[ \\t]?\\([^\\n()]{0,120}["'\`]`,
    flags: 'i',
    literals: caseless(
      ...signers.map((signer) => `${signer}(`),
      ...callees.flatMap((callee) => [`${callee}(`, `${callee} (`, `${callee}=(`]),
    ),
    lead: 0,
    maxLength: 150,
  },
  {
    // Credentials as arguments of well-known commands.
    source:
      '(?:sshpass|mysql(?:dump|admin|import)?|mariadb|docker login|podman login|registry login|ldap(?:search|modify|add|delete|whoami))' +
      '\\b[^\\n]{0,90}?[ \\t]-[pw][ \\t]?["\']?(?=[^\\s"\'-])',
    flags: '',
    literals: ['sshpass', 'mysql', 'mariadb', 'docker login', 'podman login', 'registry login', 'ldap'].map((text) => ({
      text,
      caseless: false,
    })),
    lead: 0,
    maxLength: 130,
  },
  {
    source:
      '(?:net user[ \\t]{1,4}[^\\s/]{1,32}[ \\t]{1,4}|net use[ \\t][^\\n]{1,60}/user:[^\\s]{1,40}[ \\t]{1,4}|' +
      '(?:-u|--user|userpwd)["\']?[ \\t=,]{1,3}["\']?[\\w.@+-]{1,40}:|identified[ \\t]by[ \\t]{1,4}(?:password[ \\t]{1,4})?["\'])(?=[^\\s/*])',
    flags: 'i',
    literals: caseless('net use', 'identified by', '-u ', '-u"', "-u'", '-u=', '--user', 'userpwd'),
    lead: 0,
    maxLength: 120,
  },
  {
    source: '(?<=[\\w.-]{1,32}:[^\\s:"\'|]{4,64}["\']?[ \\t]{0,4}\\|[ \\t]{0,4}(?:sudo[ \\t]{1,4})?)chpasswd',
    flags: '',
    literals: [{ text: 'chpasswd', caseless: false }],
    lead: 0,
    maxLength: 40,
  },
];
