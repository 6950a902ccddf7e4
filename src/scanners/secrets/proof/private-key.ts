import type { DerElement } from './der.ts';
import { derTag, readSequence } from './der.ts';

/** What a private key's encoding says of it. */
export interface PrivateKey {
  readonly algorithm: string;
  readonly encrypted: boolean;
  /** Of the modulus or the field, where the encoding tells. */
  readonly bits?: number;
}

/** OIDs in hex without tag and length (RFC 8017, 5480, 8410; PKCS #5). */
const algorithms: Readonly<Record<string, string>> = {
  '2a864886f70d010101': 'RSA',
  '2a864886f70d01010a': 'RSA-PSS',
  '2a8648ce3d0201': 'EC',
  '2a8648ce380401': 'DSA',
  '2a864886f70d010301': 'DH',
  '2b656e': 'X25519',
  '2b656f': 'X448',
  '2b6570': 'Ed25519',
  '2b6571': 'Ed448',
};

const passwordSchemes = ['2a864886f70d0105', '2a864886f70d010c01'];

/**
 * Reads a DER private key: PKCS#8 (RFC 5208, 5958), plain or encrypted, PKCS#1 (RFC 8017 A.1.2), SEC1 (RFC 5915) or
 * OpenSSL's DSA. Undefined when it is none of these or its numbers contradict each other.
 */
export function readPrivateKey(bytes: Buffer): PrivateKey | undefined {
  const members = readSequence(bytes);
  const [first, second, third] = members ?? [];
  if (members === undefined || first === undefined || second === undefined) return undefined;
  if (first.tag === derTag.sequence) return readEncrypted(first, second);
  if (first.tag !== derTag.integer) return undefined;
  if (second.tag === derTag.sequence && third?.tag === derTag.octetString) return readPkcs8(second, third);
  if (second.tag === derTag.octetString) return readSec1(first, second);
  return members.every((member) => member.tag === derTag.integer) ? readIntegers(members) : undefined;
}

function readEncrypted(scheme: DerElement, data: DerElement): PrivateKey | undefined {
  const oid = objectId(scheme);
  const known = passwordSchemes.some((prefix) => oid.startsWith(prefix));
  if (!known || data.tag !== derTag.octetString || data.content.length < 16) return undefined;
  return { algorithm: 'unknown', encrypted: true };
}

function readPkcs8(identifier: DerElement, key: DerElement): PrivateKey | undefined {
  const algorithm = algorithms[objectId(identifier)];
  if (algorithm === undefined) return undefined;
  if (algorithm === 'RSA') {
    const inner = readPrivateKey(key.content);
    return inner?.algorithm === 'RSA' ? inner : undefined;
  }
  return key.content.length >= 3 ? { algorithm, encrypted: false } : undefined;
}

function readSec1(version: DerElement, key: DerElement): PrivateKey | undefined {
  if (version.content.toString('hex') !== '01' || key.content.length < 20 || key.content.length > 66) return undefined;
  return { algorithm: 'EC', encrypted: false, bits: key.content.length * 8 };
}

/** PKCS#1: version n e d p q dp dq qinv. DSA: version p q g y x. */
function readIntegers(members: readonly DerElement[]): PrivateKey | undefined {
  const [, modulus = 0n, , exponent = 0n, prime = 0n, other = 0n, primeExponent, otherExponent] =
    members.map(toInteger);
  const bits = modulus.toString(2).length;
  if (members.length === 6) return { algorithm: 'DSA', encrypted: false, bits };
  if (members.length < 9 || prime < 2n || other < 2n || prime * other !== modulus) return undefined;
  const consistent = exponent % (prime - 1n) === primeExponent && exponent % (other - 1n) === otherExponent;
  return consistent ? { algorithm: 'RSA', encrypted: false, bits } : undefined;
}

function toInteger(element: DerElement): bigint {
  return element.content.length === 0 ? 0n : BigInt(`0x${element.content.toString('hex')}`);
}

/** The OID that a sequence starts with, in hex. */
function objectId(identifier: DerElement): string {
  const at = identifier.content;
  if (at[0] !== derTag.oid) return '';
  return at.subarray(2, 2 + (at[1] ?? 0)).toString('hex');
}
