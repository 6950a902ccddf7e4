import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatName, joinName, parseName, showName, splitNames } from './file-name.ts';

const bytes = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 12 }),
  fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }).map((text) => Buffer.from(text)),
);
const name = bytes.filter((each) => !each.includes(0)).map((each) => Buffer.from(each));

describe('file names', () => {
  it('keep their bytes, split, joined and written down', () => {
    fc.assert(
      fc.property(fc.array(name, { maxLength: 6 }), (names) => {
        const split = splitNames(Buffer.concat(names.map((each) => Buffer.concat([each, Buffer.from([0])]))));
        expect(split.map((each) => Buffer.from(each))).toEqual(names);
        for (const each of split) {
          expect(Buffer.from(parseName(formatName(each)))).toEqual(Buffer.from(each));
          expect(Buffer.from(joinName('directory', each))).toEqual(
            Buffer.concat([Buffer.from('directory/'), Buffer.from(each)]),
          );
        }
      }),
    );
  });

  it('are shown as text, whatever their bytes', () => {
    expect(showName('wörter')).toBe('wörter');
    expect(showName(Buffer.from([0x61, 0xff, 0xc3, 0xa9, 0x80]))).toBe('a\\xffé\\x80');
  });
});
