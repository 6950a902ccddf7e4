import type { Proof, ProofResult, Random } from '../secret-rule.ts';
import { decodeBase64 } from './base64.ts';
import { derTag, writeDer } from './der.ts';
import { drawBytes } from './draw.ts';
import { drawOpensshKey, readOpensshKey } from './openssh-key.ts';
import { readPrivateKey } from './private-key.ts';

const ed25519 = Buffer.from('2b6570', 'hex');
const prime256v1 = Buffer.from('2a8648ce3d030107', 'hex');

const block = /-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----(.*?)(?:-----END|$)/s;

/** Line ends, indentation, quotes and the joins of string literals that files put into the body of a key. */
const decoration = /\\[nrt]|&#(?:x[ad]|1[03]);|["'`]\s*[+.&]\s*(?=["'`])|[\s"'`,;\\#*>|]/gi;

/** The body in one piece; `+` is of base64's alphabet, so it goes only as a sign of a diff or between two literals. */
function bare(body: string): string {
  const lines = body.split('\n').slice(1);
  const added = lines.length > 1 && lines.every((line) => line.startsWith('+'));
  return (added ? body.replaceAll('\n+', '') : body).replaceAll(decoration, '');
}

/**
 * A private key in PEM (RFC 7468), also with its line ends written as `\n` or over several string literals. Proven
 * when its body parses; encrypted ones are `medium`, for whoever has the passphrase can open them.
 *
 * @param lineEnd how lines end in the examples: real ends or the two characters of JSON's escape
 */
export function pem(lineEnd: '\n' | '\\n' = '\n'): Proof {
  return {
    id: 'pem',
    check: (value) => {
      const [, label = '', body = ''] = block.exec(value) ?? [];
      return label === '' ? { outcome: 'refuted' } : checkBody(label, body);
    },
    complete: (sample, random) => {
      const label = /BEGIN ([A-Z0-9 ]+)-/.exec(sample)?.[1] ?? 'PRIVATE KEY';
      const lines =
        drawKey(label, random)
          .toString('base64')
          .match(/.{1,64}/g) ?? [];
      return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join(lineEnd);
    },
  };
}

/** A private key in DER whose base64 is the whole value, without the PEM armour around it. */
export function derInBase64(): Proof {
  return {
    id: 'pem',
    check: (value) => checkDer(decodeBase64(bare(value)) ?? Buffer.alloc(0)),
    complete: (_sample, random) => drawKey('PRIVATE KEY', random).toString('base64'),
  };
}

function checkBody(label: string, body: string): ProofResult {
  if (/Proc-Type:[^\n\\]*ENCRYPTED/.test(body))
    return { outcome: 'proven', facts: { encrypted: true }, severity: 'medium' };
  const bytes = decodeBase64(bare(body)) ?? Buffer.alloc(0);
  return checkDer(bytes, label);
}

function checkDer(bytes: Buffer, label = ''): ProofResult {
  const key = label.startsWith('OPENSSH') ? readOpensshKey(bytes) : readPrivateKey(bytes);
  if (key === undefined) return { outcome: 'refuted' };
  const facts = {
    algorithm: key.algorithm,
    encrypted: key.encrypted,
    ...(key.bits === undefined ? {} : { bits: key.bits }),
  };
  return { outcome: 'proven', facts, ...(key.encrypted ? { severity: 'medium' as const } : {}) };
}

/** A key of random numbers with the encoding of a real one: it opens nothing. */
function drawKey(label: string, random: Random): Buffer {
  if (label.startsWith('OPENSSH')) return drawOpensshKey(random);
  const secret = writeDer(derTag.octetString, drawBytes(random, 32));
  if (label.startsWith('EC')) {
    const curve = writeDer(0xa0, writeDer(derTag.oid, prime256v1));
    return writeDer(derTag.sequence, writeDer(derTag.integer, Buffer.from([1])), secret, curve);
  }
  if (label.startsWith('RSA') || label.startsWith('DSA')) return drawIntegers(label.startsWith('RSA'), random);
  const identifier = writeDer(derTag.sequence, writeDer(derTag.oid, ed25519));
  const key = writeDer(derTag.octetString, secret);
  return writeDer(derTag.sequence, writeDer(derTag.integer, Buffer.from([0])), identifier, key);
}

function drawIntegers(rsa: boolean, random: Random): Buffer {
  const draw = (bytes: number): bigint => BigInt(`0x7f${drawBytes(random, bytes).toString('hex')}`) | 1n;
  const [prime, other, exponent] = [draw(127), draw(127), draw(255)];
  const numbers = rsa
    ? [0n, prime * other, 65537n, exponent, prime, other, exponent % (prime - 1n), exponent % (other - 1n), draw(127)]
    : [0n, draw(127), draw(27), draw(127), draw(127), draw(27)];
  return writeDer(derTag.sequence, ...numbers.map((number) => writeDer(derTag.integer, integerBytes(number))));
}

function integerBytes(value: bigint): Buffer {
  const hex = value.toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, 'hex');
}
