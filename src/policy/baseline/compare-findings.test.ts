import { expect, test } from 'vitest';
import { finding } from '../../../test/policy/sample-evidence.ts';
import { compareWithFindings } from './compare-findings.ts';

const at = (startLine: number, fingerprints: readonly (readonly [kind: string, value: string])[]) =>
  finding({
    locations: [{ uri: 'a.ts', startLine }],
    fingerprints: fingerprints.map(([kind, value]) => ({ kind, value })),
  });

test('says what is new, what stayed, what changed and what is gone', () => {
  const stayed = at(1, [
    ['context/v1', 'a'],
    ['location/v1', 'l1'],
  ]);
  const before = at(5, [
    ['context/v1', 'b'],
    ['location/v1', 'l5'],
  ]);
  const after = at(5, [
    ['context/v1', 'c'],
    ['location/v1', 'l5'],
  ]);
  const gone = at(7, [
    ['context/v1', 'd'],
    ['location/v1', 'l7'],
  ]);
  const fresh = at(9, [
    ['context/v1', 'e'],
    ['location/v1', 'l9'],
  ]);
  const compared = compareWithFindings([fresh, stayed, after], [before, gone, stayed]);
  expect(compared.map(({ locations, baselineState }) => [locations[0].startLine, baselineState])).toEqual([
    [9, 'new'],
    [1, 'unchanged'],
    [5, 'updated'],
    [7, 'absent'],
  ]);
});

test('what was gone before is not gone again', () => {
  expect(compareWithFindings([], [finding({ baselineState: 'absent' })])).toEqual([]);
});

test('another secret on the same line is another finding', () => {
  const one = at(1, [
    ['secret/v1', 'aa'],
    ['location/v1', 'l1'],
  ]);
  const other = at(1, [
    ['secret/v1', 'ab'],
    ['location/v1', 'l1'],
  ]);
  expect(compareWithFindings([other], [one]).map(({ baselineState }) => baselineState)).toEqual(['new', 'absent']);
});
