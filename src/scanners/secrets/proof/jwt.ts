import type { Proof, ProofResult } from '../secret-rule.ts';
import { decodeBase64, decodeJsonObject } from './base64.ts';
import { drawBytes } from './draw.ts';

/** Bytes of the signature by algorithm (RFC 7518 §3.1, RFC 8037 §3.1); RSA's depends on the key. */
const signatureBytes: Readonly<Record<string, number>> = {
  HS256: 32,
  HS384: 48,
  HS512: 64,
  ES256: 64,
  ES256K: 64,
  ES384: 96,
  ES512: 132,
  EdDSA: 64,
};

/** Payload of the sample token that documentation everywhere copies from jwt.io. */
const sampleSubject = '1234567890';

/**
 * A signed JSON Web Token (RFC 7519): header and payload parse, and the signature has the algorithm's length.
 * Expired, unsigned and public ones (Supabase's anon key) are shown as `info`. Text before the first `eyJ` is a prefix.
 *
 * @param issuer what the `iss` claim must contain
 */
export function jwt(issuer?: string): Proof {
  return {
    id: 'jwt',
    check: (value, _window, now) => checkToken(value.slice(Math.max(0, value.indexOf('eyJ'))), issuer, now),
    complete: (sample, random) => {
      const claims = {
        iss: issuer ?? 'https://login.corp.net',
        sub: `svc-${Math.floor(random() * 1e9)}`,
        iat: 1700000000,
      };
      const parts = [JSON.stringify({ alg: 'HS256', typ: 'JWT' }), JSON.stringify(claims), drawBytes(random, 32)];
      const token = parts.map((part) => Buffer.from(part).toString('base64url')).join('.');
      return sample.slice(0, Math.max(0, sample.indexOf('eyJ'))) + token;
    },
  };
}

function checkToken(token: string, issuer: string | undefined, now: Date): ProofResult {
  const [head = '', body = '', signature = '', ...more] = token.split('.');
  const header = decodeJsonObject(head);
  const claims = decodeJsonObject(body);
  if (more.length > 0 || typeof header?.['alg'] !== 'string' || claims === undefined) return { outcome: 'refuted' };
  const alg = header['alg'];
  const iss = typeof claims['iss'] === 'string' ? claims['iss'] : '';
  if (issuer !== undefined && !iss.includes(issuer)) return { outcome: 'refuted' };
  if (!signatureFits(alg, signature)) return { outcome: 'refuted', facts: { alg } };
  const expires = typeof claims['exp'] === 'number' ? new Date(claims['exp'] * 1000) : undefined;
  const valid = expires !== undefined && !Number.isNaN(expires.getTime()) ? expires : undefined;
  const harmless = (valid !== undefined && valid < now) || claims['role'] === 'anon' || claims['sub'] === sampleSubject;
  return {
    outcome: 'proven',
    facts: {
      alg,
      ...(valid === undefined ? {} : { expires: valid.toISOString(), expired: valid < now }),
      ...(typeof claims['role'] === 'string' ? { role: claims['role'].slice(0, 40) } : {}),
    },
    ...(harmless ? { severity: 'info' as const } : {}),
  };
}

function signatureFits(alg: string, signature: string): boolean {
  const length = decodeBase64(signature)?.length ?? 0;
  const wanted = signatureBytes[alg];
  return wanted === undefined ? /^(?:RS|PS)\d{3}$/.test(alg) && length >= 128 : length === wanted;
}
