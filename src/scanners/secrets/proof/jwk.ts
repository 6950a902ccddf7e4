import type { Proof } from '../secret-rule.ts';
import { decodeBase64, parseObject } from './base64.ts';
import { drawBytes } from './draw.ts';

/** Least bytes of the private member by key type (RFC 7518 §6, RFC 8037 §2). */
const privateMembers: Readonly<Record<string, readonly [member: string, bytes: number]>> = {
  EC: ['d', 32],
  OKP: ['d', 32],
  RSA: ['d', 64],
  oct: ['k', 16],
};

/** A JSON Web Key (RFC 7517) with its private part: `d`, or `k` of a symmetric key. The value is the JSON object. */
export function jwk(): Proof {
  return {
    id: 'jwk',
    check: (value) => {
      const key = parseObject(value) ?? parseObject(value.replaceAll(String.raw`\"`, '"'));
      const type = typeof key?.['kty'] === 'string' ? key['kty'] : '';
      const [member, bytes] = privateMembers[type] ?? ['', 0];
      const secret = key?.[member];
      if (typeof secret !== 'string') return { outcome: 'refuted' };
      const whole = (decodeBase64(secret)?.length ?? 0) >= bytes && (type !== 'RSA' || typeof key?.['n'] === 'string');
      return { outcome: whole ? 'proven' : 'refuted', facts: { type } };
    },
    complete: (_sample, random) => {
      const draw = (): string => drawBytes(random, 32).toString('base64url');
      return JSON.stringify({ kty: 'EC', crv: 'P-256', x: draw(), y: draw(), d: draw() });
    },
  };
}
