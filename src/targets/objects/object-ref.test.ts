import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRef, parseRef } from './object-ref.ts';

const id = fc.string({ unit: fc.constantFrom('0', '1', '5', '9', 'a', 'b', 'f'), minLength: 40, maxLength: 40 });

describe('an object reference', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(id, fc.option(id, { nil: undefined }), (object, commit) => {
        expect(parseRef(formatRef({ id: object, commit }))).toMatchObject({ id: object, ...(commit && { commit }) });
      }),
    );
    const place = fc.record({ pack: fc.nat(5000), offset: fc.nat(0x7fffffff).map((offset) => offset * 512) });
    fc.assert(
      fc.property(id, place, fc.boolean(), fc.boolean(), (object, where, followsBase, hasDeltas) => {
        const ref = { id: object, commit: undefined, place: where, followsBase, hasDeltas };
        expect(parseRef(formatRef(ref))).toEqual(ref);
      }),
    );
  });
});
