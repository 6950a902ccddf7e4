import type { ValueContext } from './is-placeholder.ts';

const prefixed = /^(?:sha(?:1|224|256|384|512)|md5|blake2[bs]?|blake3|crc32|h1)[:=-]/i;
const crypt =
  /^\$(?:1|2[abxy]?|5|6|7|y|gy|apr1|argon2\w*|scrypt|pbkdf2[\w-]*|P|H|S|5\$rounds)\$|^\{(?:S?SHA\d*|S?MD5|CRYPT|SSHA\d+|PBKDF2[\w-]*|bcrypt|noop|argon2\w*)\}|^(?:pbkdf2|bcrypt|argon2|scrypt|sha1|md5)(?:_sha\d+)?(?:\$|:)|^SCRAM-SHA-256\$|^\*[0-9A-F]{40}$/i;
const uuid = /^\{?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\}?$/i;
const digestName =
  /(?:^|[^a-z])(?:hash(?:es|ed)?|digest|checksum|check_?sum|sha_?\d{0,3}|md5|etag|integrity|fingerprint|thumbprint|commit|revision|rev|sri|crc\d*|guid|uuid|nonce|signature|sig)(?:[^a-z]|$)|[a-z](?:Hash|Digest|Checksum|Sha\d*|Fingerprint|Thumbprint|Commit|Revision|Etag|ETag|Guid|Uuid|Integrity)(?![a-z])/;
/** Rights and roles that are about passwords have identifiers. */
const aboutPasswords =
  /^(?:reset|change|set|forgot|update|expire)|pass\w*[-_.]?(?:admin\w*|reset|policy|role|writer|reader)$/i;
/** The names of versioned fingerprints, as in SARIF and in our baseline: `secret/v1:`. */
const fingerprintKind = /[a-z]\/v\d+["']?\s?[:=]\s?["']?$/i;
/** The result of a call that makes a digest stands behind it, as in a comment. */
const digestCall = /(?:hmac|signature|digest|hash|sha\d*|md5)\w*\([^()]*\)\s*(?:=>|->|==?=?)\s*["']?$/i;
const lengths = new Set([32, 40, 56, 64, 96, 128]);

/** Whether the value is a digest, a password hash or an identifier rather than a secret. */
export function findDigest(value: string, context: ValueContext): string | undefined {
  if (prefixed.test(value)) return 'digest';
  if (crypt.test(value)) return 'password hash';
  if (/^(?:06[0-9a-f]{2})?2a8648[0-9a-f]{4,20}$/i.test(value)) return 'object identifier';
  if (/\bby\s+(?:password|values)\s+["']$/i.test(context.left)) return 'password hash';
  const key = context.key ?? '';
  const lower = /[a-z]/.test(key) ? key : key.toLowerCase();
  if (/(?:uuid|guid)["']?\s?[=:]?\s?["']$/i.test(context.left) && /^[0-9a-f-]{24,}$/i.test(value)) return 'UUID';
  if (uuid.test(value))
    return !aboutPasswords.test(key) &&
      /secret|token|pass|pwd|api[-_.]?key|access[-_.]?key|auth[-_.]?key|credential/i.test(key) &&
      !/guid|uuid|_?id$|(?:^|_)(?:iid|clsid)(?:_|$)/i.test(key)
      ? undefined
      : 'UUID';
  if (
    /^(?:[0-9a-f]{12,}|[0-9A-F]{12,})$/.test(value) &&
    (digestName.test(lower) ||
      fingerprintKind.test(context.left.slice(-12)) ||
      (lengths.has(value.length) && digestName.test(context.left.slice(-24))))
  )
    return 'digest';
  if (/^[A-Za-z0-9+/]{27,}={0,2}$/.test(value) && digestName.test(lower)) return 'digest';
  if (lengths.has(value.length) && /^[0-9a-f]+$/.test(value) && digestCall.test(context.left)) return 'digest';
  if (/sha(?:1|256|384|512)[-:=@]["']?$|@sha256:$|integrity["'\s:=]+$/i.test(context.left)) return 'digest';
  return undefined;
}
