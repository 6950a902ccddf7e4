import { createHash } from 'node:crypto';

/** As in `include:integrity`: `sha256-` and the base64 of the digest. */
export function integrityOf(content: string | Uint8Array): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}

/** Whether a text is what was named; how its bytes began is not in a text any more. */
export function hasIntegrity(text: string, integrity: string): boolean {
  return integrityOf(text) === integrity || integrityOf(`\uFEFF${text}`) === integrity;
}

/** The digest in hexadecimal digits, as a file of a cache is called; undefined when it is none. */
export function hexOf(integrity: string): string | undefined {
  const base64 = /^sha256-(?<base64>[A-Za-z0-9+/]{43}=)$/.exec(integrity)?.groups?.['base64'];
  return base64 === undefined ? undefined : Buffer.from(base64, 'base64').toString('hex');
}
