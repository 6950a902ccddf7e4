import type { Proof } from '../secret-rule.ts';
import { decodeBase64 } from './base64.ts';
import { decodeBase58 } from './base58.ts';
import { drawText } from './draw.ts';

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const random = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Artifactory's API keys: base58 of 54 bytes. */
export function base58Key(): Proof {
  return {
    id: 'b58',
    check: (value) => ({ outcome: decodeBase58(value)?.length === 54 ? 'proven' : 'refuted' }),
    complete: (sample, source) => sample.replaceAll(/[0OIl]/g, () => drawText(source, alphabet, 1)),
  };
}

/** JFrog's reference tokens: base64 of `reftkn:`, a version, the time of expiry in seconds or zero, random text. */
export function referenceToken(): Proof {
  return {
    id: 'reftkn',
    check: (value, _window, now) => {
      const text = decodeBase64(value)?.toString('latin1') ?? '';
      const [, seconds = ''] = /^reftkn:\d+:(\d{10}):[A-Za-z0-9]+$/.exec(text) ?? [];
      if (seconds === '') return { outcome: 'refuted' };
      if (Number(seconds) === 0) return { outcome: 'proven' };
      const expires = new Date(Number(seconds) * 1000);
      const facts = { expires: expires.toISOString(), expired: expires < now };
      return { outcome: 'proven', facts, ...(expires < now ? { severity: 'info' as const } : {}) };
    },
    complete: (_sample, source) =>
      Buffer.from(`reftkn:01:0000000000:${drawText(source, random, 27)}`).toString('base64'),
  };
}
