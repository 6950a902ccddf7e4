import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import type { Outcome } from '../model/verdict.ts';

/** What a gate said of one tree, so that it can be seen later which commits went through it. */
export interface Receipt {
  /** Id of the git tree that was judged. */
  readonly tree: string;
  readonly gate: string;
  readonly outcome: Outcome;
  /** SHA-256 of the policy. */
  readonly policy: string;
  /** Tool and version, which fix the rules. */
  readonly rules: string;
  /** Scanners whose work was left to a later gate. */
  readonly deferred: readonly string[];
  /** ISO time. */
  readonly at: string;
}

/** Name of the commit trailer that carries a receipt (git-interpret-trailers(1)). */
export const receiptTrailer = 'Portcullis-Receipt';

/**
 * Signs a receipt with Ed25519 (RFC 8032).
 * @returns `v1.<payload>.<signature>.<public key>`, the parts in base64url
 */
export function signReceipt(receipt: Receipt, privateKey: KeyObject): string {
  const payload = Buffer.from(JSON.stringify(receipt));
  return [
    'v1',
    payload.toString('base64url'),
    sign(null, payload, privateKey).toString('base64url'),
    publicKeyOf(privateKey),
  ].join('.');
}

/** The public half of a key as receipts and policies name it: DER (RFC 8410) in base64url. */
export function publicKeyOf(privateKey: KeyObject): string {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64url');
}

export interface VerifiedReceipt {
  readonly receipt: Receipt;
  /** The signer's public key, DER in base64url. Who that is, is not in the receipt. */
  readonly signer: string;
}

/** Reads a signed receipt; undefined when it is not one, or its signature does not hold. */
export function verifyReceipt(text: string): VerifiedReceipt | undefined {
  const [version, payload = '', signature = '', signer = ''] = text.trim().split('.');
  if (version !== 'v1') return undefined;
  try {
    const bytes = Buffer.from(payload, 'base64url');
    const key = createPublicKey({ key: Buffer.from(signer, 'base64url'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519' || !verify(null, bytes, key, Buffer.from(signature, 'base64url')))
      return undefined;
    const receipt: unknown = JSON.parse(bytes.toString('utf8'));
    return isReceipt(receipt) ? { receipt, signer } : undefined;
  } catch {
    // Not base64, not a key, not JSON: in each case it is no receipt.
    return undefined;
  }
}

function isReceipt(value: unknown): value is Receipt {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Record<string, unknown>;
  const texts = ['tree', 'gate', 'outcome', 'policy', 'rules', 'at'].every((name) => typeof fields[name] === 'string');
  return texts && Array.isArray(fields['deferred']) && fields['deferred'].every((one) => typeof one === 'string');
}
