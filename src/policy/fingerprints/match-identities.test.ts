import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Identity, matchIdentities } from './match-identities.ts';

/** `a:1 b:2` with a, b, … short for the general kinds and `s` for a scanner's own. */
function identity(text: string, count?: number): Identity {
  const kinds: Record<string, string> = {
    c: 'context/v1',
    s: 'secret/v1',
    t: 'secret/v2',
    o: 'scope/v1',
    m: 'moved/v1',
    l: 'location/v1',
  };
  const fingerprints = text.split(' ').map((part) => ({ kind: kinds[part[0] ?? ''] ?? '', value: part.slice(2) }));
  return { fingerprints, ...(count !== undefined && { count }) };
}

const match = (earlier: readonly Identity[], current: readonly Identity[]) =>
  matchIdentities(earlier, current).map((found) => (found ? `${found.earlier} ${found.kind}` : 'new'));

describe('by the strongest kind', () => {
  test.each([
    ['the same place', ['c:1 o:1'], ['c:1 o:1'], ['0 context/v1']],
    ['edited around', ['c:1 o:1'], ['c:2 o:1'], ['0 scope/v1']],
    ['nothing in common', ['c:1 o:1'], ['c:2 o:2'], ['new']],
    ['a stronger match goes first', ['c:1 o:1'], ['c:2 o:1', 'c:1 o:1'], ['new', '0 context/v1']],
    ['each earlier one once', ['c:1', 'c:1'], ['c:1', 'c:1', 'c:1'], ['0 context/v1', '1 context/v1', 'new']],
    ['the first of equal ones first', ['o:1', 'o:1'], ['o:1'], ['0 scope/v1']],
    ['a used one is passed over', ['c:1 o:1', 'c:3 o:1'], ['c:1 o:1', 'c:2 o:1'], ['0 context/v1', '1 scope/v1']],
    [
      'the same secret anywhere, any number of times',
      ['s:1 l:1'],
      ['s:1 l:2', 's:1 l:3'],
      ['0 secret/v1', '0 secret/v1'],
    ],
    ['another secret at the same place', ['s:1 l:1'], ['s:2 l:1'], ['new']],
    ['a later version of a name', ['s:1'], ['t:9 s:1'], ['0 secret/v1']],
    ['a name is not asked for its place', ['c:1'], ['s:1 c:1'], ['new']],
    ['nor a place for a name', ['s:1 c:1'], ['c:1'], ['new']],
  ])('%s', (_, earlier, current, expected) => {
    expect(
      match(
        earlier.map((text) => identity(text)),
        current.map((text) => identity(text)),
      ),
    ).toEqual(expected);
  });

  test('one that counts for many is matched that often', () => {
    expect(match([identity('c:1', 2)], [identity('c:1'), identity('c:1'), identity('c:1')])).toEqual([
      '0 context/v1',
      '0 context/v1',
      'new',
    ]);
  });

  test('a count without end costs nothing', () => {
    expect(match([identity('c:1', 1e15)], [identity('c:1')])).toEqual(['0 context/v1']);
  });
});

const place = fc
  .record({ c: fc.nat(3), o: fc.nat(2), m: fc.nat(2) })
  .map(({ c, o, m }) => identity(`c:${c} o:${o} m:${m}`));
const places = fc.array(place, { maxLength: 12 });

test('no earlier finding is used more often than it counts, and what is matched shares its kind', () => {
  fc.assert(
    fc.property(places, places, (earlier, current) => {
      const matches = matchIdentities(earlier, current);
      const used = matches.flatMap((found) => (found ? [found.earlier] : []));
      expect(new Set(used).size).toBe(used.length);
      const valueOf = (list: Identity | undefined, kind: string | undefined) =>
        list?.fingerprints.find((print) => print.kind === kind)?.value;
      const differing = matches.filter(
        (found, index) => found && valueOf(earlier[found.earlier], found.kind) !== valueOf(current[index], found.kind),
      );
      expect(differing).toEqual([]);
    }),
  );
});

test('a scan compared with itself has nothing new', () => {
  fc.assert(
    fc.property(places, (all) => {
      expect(matchIdentities(all, all).every((found) => found?.kind === 'context/v1')).toBe(true);
    }),
  );
});
