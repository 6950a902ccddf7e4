import type { ValueContext } from './is-placeholder.ts';

const values: readonly (readonly [RegExp, string])[] = [
  [/^ENC\[(?:AES256_GCM|PKCS7|GPG|KMS|[A-Z0-9_]+),/, 'sealed (SOPS or eyaml)'],
  [/^ENC\(|^\{cipher\}|^\{AES\}|^!ENC|^DEC\(|^encrypted:/i, 'sealed'],
  [/\$ANSIBLE_VAULT/, 'sealed (Ansible Vault)'],
  [/^vault:v\d+:/, 'sealed (Vault transit)'],
  [/-----BEGIN (?:PGP MESSAGE|AGE ENCRYPTED FILE|PKCS7|CMS)/, 'sealed'],
  [/^age-encryption\.org/, 'sealed (age)'],
  [/^Ag[A-D][A-Za-z0-9+/]{40}/, 'sealed (SealedSecret)'],
  [/^AQICAH[a-z0-9+/]/i, 'sealed (AWS KMS)'],
  [/^wcF?[BM]?MA[0-9A-Za-z+/]/, 'sealed (OpenPGP)'],
  [/^\{[A-Za-z0-9+/]{10,}={0,2}\}$/, 'sealed (Maven)'],
  [/^01000000d08c9ddf0115d1118c7a00c04fc297eb/i, 'sealed (DPAPI)'],
];

/** Whether the value is encrypted: to be opened only with a key that is not in the repository. */
export function findSealed(value: string, context: ValueContext): string | undefined {
  for (const [pattern, reason] of values) if (pattern.test(value)) return reason;
  if (/(?:^|[\s"'-])secure["']?\s*:\s*["']?$/.test(context.left) && value.length > 60) return 'sealed (CI)';
  if (/SealedSecret|encrypted(?:Data|_value|_secret)?\b[^:=]{0,3}[:=]/i.test(context.left)) return 'sealed';
  return undefined;
}
