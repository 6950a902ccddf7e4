import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { LazyArray, streamJson } from './stream-json.ts';

function write(document: unknown): string {
  return [...streamJson(document)].join('');
}

test('gives what JSON.stringify gives', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(write(value)).toBe(`${JSON.stringify(value, undefined, 2)}\n`);
    }),
  );
});

test('a lazy array reads like an array wherever it stands', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue()), fc.jsonValue(), (list, other) => {
      const lazy = { runs: [{ other, results: new LazyArray(list) }], last: new LazyArray(list) };
      const plain = { runs: [{ other, results: list }], last: list };
      expect(write(lazy)).toBe(`${JSON.stringify(plain, undefined, 2)}\n`);
    }),
  );
});

test('a lazy array produces its elements one at a time', () => {
  let made = 0;
  function* numbers(): Generator<number> {
    while (made < 1_000_000) yield ++made;
  }
  const pieces = streamJson({ numbers: new LazyArray(numbers()) });
  let written = '';
  while (!written.includes('10')) written += pieces.next().value ?? '';
  expect(made).toBe(10);
});

test('members without a value are left out', () => {
  expect(JSON.parse(write({ a: undefined, b: 1 }))).toEqual({ b: 1 });
});

test('half a surrogate pair does not reach the document, escaped backslashes do', () => {
  const hostile = ['\ud83d', 'x\udc00y', '\\ud800', '\\\ud800', '\\\\ud800\ud800\ud800', '😀'];
  const text = write({ '\ud800': hostile, lazy: new LazyArray(hostile) });
  const clean = ['\ufffd', 'x\ufffdy', '\\ud800', '\\\ufffd', '\\\\ud800\ufffd\ufffd', '😀'];
  expect(JSON.parse(text)).toEqual({ '\ufffd': clean, lazy: clean });
});

test('characters that a terminal would act upon are escaped without loss', () => {
  const hostile = 'a\u009b31m\u007f\u202eb\u2028\ufeff';
  const text = write([hostile, new LazyArray([hostile])]);
  expect(text).not.toMatch(/[\u007f-\u009f\u202e\u2028\ufeff]/);
  expect(JSON.parse(text)).toEqual([hostile, [hostile]]);
});
