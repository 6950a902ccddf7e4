import { ofPlain, type NamedFunction } from './function.ts';

function ofNumbers(compute: (...args: readonly number[]) => number): NamedFunction[1] {
  return ofPlain((...args) => {
    const numbers = args.map((arg) => (typeof arg === 'number' || typeof arg === 'string' ? Number(arg) : Number.NaN));
    const result = compute(...numbers);
    return Number.isFinite(result) ? result : undefined;
  });
}

export const numberFunctions: readonly NamedFunction[] = [
  ['abs', ofNumbers((a = 0) => Math.abs(a))],
  ['ceil', ofNumbers((a = 0) => Math.ceil(a))],
  ['floor', ofNumbers((a = 0) => Math.floor(a))],
  ['log', ofNumbers((a = 0, base = 0) => Math.log(a) / Math.log(base))],
  ['max', ofNumbers((...all) => Math.max(...all))],
  ['min', ofNumbers((...all) => Math.min(...all))],
  ['pow', ofNumbers((a = 0, b = 0) => a ** b)],
  ['signum', ofNumbers((a = 0) => Math.sign(a))],
  ['sum', ofPlain((list) => (Array.isArray(list) ? list.reduce((sum, item) => sum + Number(item), 0) : undefined))],
  [
    'parseint',
    ofPlain((text, base) => {
      const number = Number.parseInt(String(text), Number(base));
      return Number.isNaN(number) ? undefined : number;
    }),
  ],
];
