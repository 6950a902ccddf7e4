import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finding } from '../../../test/policy/sample-evidence.ts';
import type { Fingerprint } from '../../model/finding.ts';
import type { Location } from '../../model/location.ts';
import { fingerprint, generalKinds } from './fingerprint.ts';

const original = `import { log } from './log.js';

export class Users {
  find(name, callback) {
    const table = 'users';
    if (name !== '') {
      db.query("SELECT * FROM " + table + " WHERE name = '" + name + "'", callback);
    }
    log('found', name);
  }
}
`;

/** The fingerprints of the call of db.query in the text. */
function prints(text: string, changes: { uri?: string; columns?: boolean } = {}): Record<string, string> {
  const call = /db\.query\([^]*?callback,?\s*\)/.exec(text);
  const start = call?.index ?? 0;
  const end = start + (call?.[0].length ?? 0);
  const place = (offset: number) => {
    const before = text.slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  };
  const [from, to] = [place(start), place(end)];
  const columns = { startColumn: from.column, endLine: to.line, endColumn: to.column };
  const location = {
    uri: changes.uri ?? 'src/users.js',
    startLine: from.line,
    ...((changes.columns ?? true) && columns),
  };
  return byKind(general(location, text));
}

function general(location: Location, text: string): Fingerprint[] {
  const lines = text.split('\n');
  return fingerprint(finding({ locations: [location], fingerprints: [] }), { line: (number) => lines[number - 1] });
}

const byKind = (list: readonly Fingerprint[]) => Object.fromEntries(list.map(({ kind, value }) => [kind, value]));

/** The kinds by which both are the same, strongest first. */
function shared(a: Record<string, string>, b: Record<string, string>): string[] {
  return generalKinds
    .filter((kind) => a[kind] !== undefined && a[kind] === b[kind])
    .map((kind) => kind.replace('/v1', ''));
}

const wide = original
  .replaceAll("'", '"')
  .replaceAll(';', '')
  .replaceAll(/^ +/gm, (space) => space.repeat(2));
const narrow = original.replace(/db\.query\(.*\);/, (call) =>
  call.replace('(', '(\n        ').replace(', callback)', ',\n        callback,\n      )').replace(' WHERE', ' WHERE'),
);

describe('what survives', () => {
  test.each([
    [
      'lines added far above',
      `// licence\n\n\n${original}`,
      ['context', 'before', 'after', 'scope', 'moved', 'content'],
    ],
    [
      'another indentation, quotes and no semicolons',
      wide,
      ['context', 'before', 'after', 'scope', 'moved', 'content', 'location'],
    ],
    [
      'a call that is broken over lines',
      narrow,
      ['context', 'before', 'after', 'scope', 'moved', 'content', 'location'],
    ],
    [
      'an edit just above',
      original.replace("const table = 'users'", "const relation = 'users'"),
      ['after', 'scope', 'content', 'location'],
    ],
    ['an edit just below', original.replace('found', 'looked up'), ['before', 'scope', 'content', 'location']],
    [
      'edits all around',
      original.replace('found', 'looked up').replace('const table', 'let table'),
      ['scope', 'content', 'location'],
    ],
    [
      'other parameters of the function',
      original.replace('find(name, callback) {', 'find(name, limit, callback) {').replace('log(', 'info('),
      ['scope', 'content', 'location'],
    ],
    ['an edit of the text itself', original.replace('name + "', 'id + "'), ['location']],
  ])('%s', (_, text, kinds) => {
    expect(shared(prints(original), prints(text))).toEqual(kinds);
  });

  test('a renamed file', () => {
    expect(shared(prints(original), prints(original, { uri: 'lib/people.js' }))).toEqual(['moved', 'content']);
  });

  test('without columns the statement is followed over its lines', () => {
    const lineOnly = (text: string) => prints(text, { columns: false });
    expect(shared(lineOnly(original), lineOnly(narrow))).toContain('context');
    expect(shared(lineOnly(original), lineOnly(wide))).toContain('context');
  });
});

describe('what differs', () => {
  test('the same text in another function of the file', () => {
    const other = original
      .replace('find(name, callback)', 'search(name, callback)')
      .replace('found', 'x')
      .replace("= 'users'", "= 'y'");
    expect(shared(prints(original), prints(other))).toEqual(['location']);
  });

  test('the same text at the top level of two files', () => {
    const text = 'const a = 1;\ndb.query(x, callback);\nconst b = 2;\n';
    const other = 'const c = 1;\ndb.query(x, callback);\nconst d = 2;\n';
    expect(shared(prints(text), prints(other, { uri: 'other.js' }))).toEqual([]);
  });

  test('another rule', () => {
    const at = { uri: 'a.js', startLine: 1 };
    const one = fingerprint(finding({ locations: [at], fingerprints: [], ruleId: 'sast/a' }), {
      line: () => 'eval(x)',
    });
    const two = fingerprint(finding({ locations: [at], fingerprints: [], ruleId: 'sast/b' }), {
      line: () => 'eval(x)',
    });
    expect(shared(byKind(one), byKind(two))).toEqual([]);
  });
});

test('a finding that its scanner identifies says nothing of its text, which may be a secret', () => {
  const named = finding({
    fingerprints: [{ kind: 'secret/v1', value: 'ab' }],
    locations: [{ uri: 'a', startLine: 1 }],
  });
  expect(fingerprint(named, { line: () => 'text' }).map(({ kind }) => kind)).toEqual(['location/v1']);
});

test.each([
  ['a whole file', { uri: 'Dockerfile' }],
  ['a line that is not there', { uri: 'a', startLine: 99 }],
])('%s has at least its place', (_, location) => {
  expect(general(location, 'x').map(({ kind }) => kind)).toEqual(['location/v1']);
});

test('any place in any text has fingerprints, however long its lines are', () => {
  const text = fc.oneof(
    fc.string({ maxLength: 200 }),
    fc.constant('x('.repeat(500_000)),
    fc.constant('\n '.repeat(2000)),
  );
  const number = fc.integer({ min: 1, max: 300 });
  fc.assert(
    fc.property(
      text,
      number,
      fc.option(fc.tuple(number, number, number), { nil: undefined }),
      (content, startLine, rest) => {
        const region = rest ? { startColumn: rest[0], endLine: rest[1], endColumn: rest[2] } : {};
        const list = general({ uri: 'a', startLine, ...region }, content);
        expect(list.at(-1)?.kind).toBe('location/v1');
        expect(list.every(({ value }) => /^[0-9a-f]{20}$/.test(value))).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
