import { expect, test } from 'vitest';
import { csvRecord } from './record.ts';

test('quotes what needs quotes', () => {
  expect(csvRecord(['a', 'b,c', 'd"e', ' f', 3, undefined])).toBe('a,"b,c","d""e"," f",3,\r\n');
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1'])('%s is not evaluated', (formula) => {
  expect(csvRecord([formula])).toBe(`'${formula}\r\n`);
});

test('a record is one line whatever is in it', () => {
  expect(csvRecord(['a\r\nb\t=c'])).toBe('a␍␊b␉=c\r\n');
});

test('numbers keep their sign', () => {
  expect(csvRecord([-1])).toBe('-1\r\n');
});
