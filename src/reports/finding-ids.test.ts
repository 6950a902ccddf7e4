import { expect, test } from 'vitest';
import { buildFinding } from '../../test/reports/build-report.ts';
import { findingIds } from './finding-ids.ts';

test('an id survives another place, message, severity and weaker fingerprint', () => {
  const moved = buildFinding({
    locations: [{ uri: 'elsewhere.yaml', startLine: 99 }],
    message: 'other words',
    severity: 'low',
    fingerprints: [{ kind: 'secret/v1', value: 'c2f4a1d09b77e35c' }],
  });
  expect(findingIds([moved])).toEqual(findingIds([buildFinding()]));
});

test('another rule or strongest fingerprint is another id', () => {
  const ids = [
    buildFinding(),
    buildFinding({ ruleId: 'secrets/other' }),
    buildFinding({ fingerprints: [{ kind: 'secret/v1', value: 'x' }] }),
    buildFinding({ fingerprints: [] }),
    buildFinding({ fingerprints: [], locations: [{ uri: 'other' }] }),
  ].flatMap((finding) => findingIds([finding]));
  expect(new Set(ids).size).toBe(ids.length);
});

test('one value in many places has many ids, of which the first stays', () => {
  const ids = findingIds([buildFinding(), buildFinding(), buildFinding()]);
  expect(new Set(ids).size).toBe(3);
  expect(ids[0]).toBe(findingIds([buildFinding()])[0]);
});
