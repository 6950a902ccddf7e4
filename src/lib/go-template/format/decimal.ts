/** Significant decimal digits: 0.d1d2d3… times ten to the power of `point`. No digits: zero. */
export interface Decimal {
  readonly digits: string;
  readonly point: number;
}

/** The shortest decimal that reads as the same number; `value` is finite and not negative. */
export function shortestDecimal(value: number, single: boolean): Decimal {
  if (value === 0) return { digits: '', point: 0 };
  const text = single ? shortestSingle(value) : value.toExponential();
  return ofExponential(text);
}

function shortestSingle(value: number): string {
  for (let digits = 0; digits < 9; digits++) {
    const text = value.toExponential(digits);
    if (Math.fround(Number(text)) === value) return text;
  }
  return value.toExponential(9);
}

function ofExponential(text: string): Decimal {
  const [mantissa = '', exponent = '0'] = text.split('e');
  return trim(mantissa.replace('.', ''), Number(exponent) + 1);
}

/** All digits of a number: every binary fraction is a finite decimal one. */
export function exactDecimal(value: number): Decimal {
  if (value === 0) return { digits: '', point: 0 };
  const bits = Buffer.alloc(8);
  bits.writeDoubleBE(value);
  const raw = bits.readBigUInt64BE();
  const biased = Number((raw >> 52n) & 0x7ffn);
  const fraction = raw & 0xfffffffffffffn;
  const mantissa = biased === 0 ? fraction : fraction | (1n << 52n);
  const exponent = Math.max(biased, 1) - 1075;
  if (exponent >= 0) {
    const digits = String(mantissa << BigInt(exponent));
    return trim(digits, digits.length);
  }
  const digits = String(mantissa * 5n ** BigInt(-exponent));
  return trim(digits, digits.length + exponent);
}

/** Rounds to `count` digits, halves to even. */
export function roundDecimal({ digits, point }: Decimal, count: number): Decimal {
  if (count >= digits.length) return { digits, point };
  if (count < 0) return { digits: '', point: 0 };
  const kept = digits.slice(0, count);
  const rest = digits.slice(count);
  const odd = count > 0 && Number(kept[count - 1]) % 2 === 1;
  const up = rest[0] === '5' && /^50*$/.test(rest) ? odd : (rest[0] ?? '0') >= '5';
  if (!up) return trim(kept, point);
  const raised = String(BigInt(kept === '' ? '0' : kept) + 1n).padStart(count, '0');
  return trim(raised, point + raised.length - count);
}

function trim(digits: string, point: number): Decimal {
  const leading = /^0*/.exec(digits)?.[0].length ?? 0;
  const significant = digits.slice(leading).replace(/0+$/, '');
  return significant === '' ? { digits: '', point: 0 } : { digits: significant, point: point - leading };
}
