import type { Proof } from '../secret-rule.ts';

const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const checksumLength = 6;
const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/** A Bech32 string (BIP-173): the last 6 characters are a BCH checksum of prefix and data; one case throughout. */
export function bech32(): Proof {
  return {
    id: 'bech32',
    check: (value) => {
      if (value !== value.toLowerCase() && value !== value.toUpperCase()) return { outcome: 'refuted' };
      const { prefix, data } = split(value.toLowerCase());
      const whole = data.every((digit) => digit >= 0) && data.length >= checksumLength;
      return { outcome: whole && polymod([...expand(prefix), ...data]) === 1 ? 'proven' : 'refuted' };
    },
    complete: (sample) => {
      const { prefix, data } = split(sample.toLowerCase());
      const body = data.slice(0, -checksumLength).map((digit) => Math.max(0, digit));
      const residue = polymod([...expand(prefix), ...body, 0, 0, 0, 0, 0, 0]) ^ 1;
      const checksum = Array.from({ length: checksumLength }, (_, at) => (residue >>> (5 * (5 - at))) & 31);
      const text = `${prefix}1${[...body, ...checksum].map((digit) => alphabet.charAt(digit)).join('')}`;
      return sample === sample.toUpperCase() ? text.toUpperCase() : text;
    },
  };
}

/** The last `1` separates the human-readable part from the data, whose digits are -1 where not of the alphabet. */
function split(text: string): { prefix: string; data: number[] } {
  const at = text.lastIndexOf('1');
  return {
    prefix: text.slice(0, at),
    data: text
      .slice(at + 1)
      .split('')
      .map((char) => alphabet.indexOf(char)),
  };
}

function expand(prefix: string): number[] {
  const codes = Array.from(Buffer.from(prefix, 'latin1'));
  return [...codes.map((code) => code >>> 5), 0, ...codes.map((code) => code & 31)];
}

function polymod(values: readonly number[]): number {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (const [bit, generator] of generators.entries()) if ((top >>> bit) & 1) check ^= generator;
  }
  return check >>> 0;
}
