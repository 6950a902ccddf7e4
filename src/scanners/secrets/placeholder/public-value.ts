import type { ValueContext } from './is-placeholder.ts';

const values: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN (?:[A-Z0-9 ]* )?(?:CERTIFICATE|PUBLIC KEY)/, 'certificate or public key'],
  [
    /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-\S+|sk-\S+@openssh\.com)\b|^AAAA(?:B3NzaC1|C3NzaC1|E2VjZHNh)/,
    'public SSH key',
  ],
  [
    /^MI[IH][A-Za-z0-9]{2}(?:[DCEF][A-Za-z0-9+/]{2}CC[A-Za-z0-9]|ANBgkqhkiG9w0BAQEFAAOC|IBIjANBgkqhkiG9w0BAQEFAAOC)/,
    'certificate or public key',
  ],
  [/^MFkwEwYHKoZIzj0|^MIGfMA0GCSqGSIb3DQEBAQUAA4GN|^MIIBIjANBgkqhkiG9w0BAQEFAAOC|^MCowBQYDK2V/, 'public key'],
  [/^(?:pk|pub|public)[_-](?:live|test|prod|sandbox)|^(?:pk|pub)_\w{8,}$/i, 'publishable key'],
  [
    /^(?:phc_|sb_publishable_|pub[0-9a-f]{32}$|UA-\d+-\d+$|GTM-[A-Z0-9]+$|G-[A-Z0-9]{6,}$|ca-pub-\d+|6L[a-f][\w-]{37}$)/,
    'publishable key',
  ],
  [/^[A-Z]{1,5}_kw[A-Z][\w-]{8,}$/, 'GitHub node id'],
  [/^age1[a-z0-9]{58}$|^npub1/, 'public key'],
  [/^0x[0-9a-f]{40}$/i, 'address'],
  [/^[AOUNCX][A-Z2-7]{55}$/, 'public NATS key'],
];

/** Tokens that page, order or deduplicate requests, or hold only for one form. */
const harmlessToken =
  /(?:next|continuation|continue|page|paging|pagination|cursor|marker|idempoten\w*|change|lock|request|sync|resume|start(?:ing)?|delta|watch|csrf|xsrf|authenticity|anti_?forgery)[-_]?tokens?$/i;

/** Whether the value is meant to be public. */
export function findPublicValue(value: string, context: ValueContext): string | undefined {
  for (const [pattern, reason] of values) if (pattern.test(value)) return reason;
  const key = context.key ?? '';
  if (
    /(?:^|[^a-z])pub(?:lic|lishable)?[^a-z]?key|public[^a-z]?(?:key|token)|publishable|site[-_]?key|publicKey|pubkey|PublicKeyToken|anon[-_]?key|(?:^|[^a-z])[cx]srf/i.test(
      key,
    )
  )
    return 'public by its name';
  if (/(?:question|hint)s?$/i.test(key)) return 'shown to everyone by its name';
  if (/redacted|masked|placeholder|dummy|fake/i.test(key)) return 'sample by its name';
  if (/(?:secret|password|token|key)s?[-_]?(?:outputs?|fields?|columns?|attributes?|headers?|params?)$/i.test(key))
    return 'name of what holds a secret';
  if (/^[0-9A-F]{40}$/.test(value) && !/secret|api|token|pass|auth|priv|access/i.test(key))
    return 'fingerprint of a key';
  if (/client[-_]?(?:request[-_]?)?token$/i.test(key) && /^[0-9a-f]{8}-[0-9a-f-]{27}$/i.test(value))
    return 'token that opens nothing';
  if (/badge[\w./-]*\?(?:\w+=\w+&(?:amp;)?)*token=$/i.test(context.left)) return 'token of a badge';
  return harmlessToken.test(key) ? 'token that opens nothing' : undefined;
}
