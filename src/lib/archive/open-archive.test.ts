import { brotliCompressSync, crc32, deflateRawSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createArchiveBudget, type ArchiveBudget, type ArchiveLimits } from './archive-budget.ts';
import type { ArchiveMember } from './archive-member.ts';
import { openArchive } from './open-archive.ts';

type Files = Readonly<Record<string, string | Uint8Array>>;

interface ZipOptions {
  readonly method?: number;
  readonly flags?: number;
  /** What the directory claims the members to be, in bytes. */
  readonly size?: number;
  readonly prefix?: Uint8Array;
}

/** A zip archive written by hand, so that every field can be wrong. */
function zip(files: Files, { method = 8, flags = 0, size, prefix = new Uint8Array() }: ZipOptions = {}): Buffer {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(flags, 8);
    head.writeUInt16LE(method, 10);
    head.writeUInt32LE(crc32(bytes), 16);
    head.writeUInt32LE(packed.length, 20);
    head.writeUInt32LE(size ?? bytes.length, 24);
    head.writeUInt16LE(Buffer.byteLength(name), 28);
    head.writeUInt32LE(offset, 42);
    entries.push(head, Buffer.from(name));
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    locals.push(local, Buffer.from(name), packed);
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([prefix, ...locals, directory, end]);
}

function tarEntry(name: string, bytes: Uint8Array, type = '0'): Buffer {
  const head = Buffer.alloc(512);
  head.write(name.slice(0, 100), 0);
  head.write('0000644\0', 100);
  head.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  head.write('        ', 148);
  head.write(type, 156);
  head.write('ustar\0', 257);
  head.write('00', 263);
  const sum = head.reduce((total, byte) => total + byte, 0);
  head.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return Buffer.concat([head, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]);
}

function tar(files: Files): Buffer {
  const entries = Object.entries(files).map(([name, content]) => tarEntry(name, Buffer.from(content)));
  return Buffer.concat([...entries, Buffer.alloc(1024)]);
}

function read(name: string, bytes: Uint8Array, budget?: ArchiveBudget): [string, string][] | undefined {
  const members = openArchive(name, bytes, budget);
  return members && Array.from(members, describeMember);
}

function describeMember(member: ArchiveMember): [string, string] {
  return 'unknown' in member ? ['?', member.unknown] : [member.name, Buffer.from(member.bytes).toString('latin1')];
}

const limits: ArchiveLimits = { ratio: 200, bytes: 1e9, entries: 100_000, memberBytes: 1e8 };
const files = { 'a.txt': 'alpha', 'folder/b.txt': 'beta '.repeat(100) };
const expected = Object.entries(files);

describe('openArchive', () => {
  test.each([
    ['zip', 'a.zip', zip(files)],
    ['stored zip', 'a.jar', zip(files, { method: 0 })],
    ['zip by its content', 'a.docx', zip(files)],
    ['zip behind a launcher', 'tool.pex', zip(files, { prefix: Buffer.from('#!/usr/bin/env python3\n') })],
    ['tar', 'a.tar', tar(files)],
    ['tar.gz', 'a.tgz', gzipSync(tar(files))],
    ['tar.br', 'a.tar.br', brotliCompressSync(tar(files))],
  ])('reads %s', (_, name, bytes) => {
    expect(read(name, bytes)).toEqual(expected);
  });

  test('reads a single compressed file under its own name', () => {
    expect(read('logs/app.log.gz', gzipSync('one\ntwo\n'))).toEqual([['app.log', 'one\ntwo\n']]);
    expect(read('site.css.br', brotliCompressSync('a{}'))).toEqual([['site.css', 'a{}']]);
    expect(read('blob', gzipSync('x'))).toEqual([['blob.unpacked', 'x']]);
  });

  test('reads long names and sizes of tar extensions', () => {
    const long = `${'d/'.repeat(80)}file.txt`;
    const record = `path=${long}\n`;
    const pax = `${record.length + 4} ${record}`;
    const archive = Buffer.concat([
      tarEntry('@LongLink', Buffer.from(`${long}\0`), 'L'),
      tarEntry('short', Buffer.from('gnu')),
      tarEntry('pax', Buffer.from(pax), 'x'),
      tarEntry('short', Buffer.from('posix')),
      tarEntry('link', Buffer.alloc(0), '2'),
      Buffer.alloc(1024),
    ]);
    expect(read('a.tar', archive)).toEqual([
      [long, 'gnu'],
      [long, 'posix'],
    ]);
  });

  test('gives names as they are, and writes nothing', () => {
    const names = { '../../etc/passwd': 'x', '/abs': 'y', 'C:\\z': 'z' };
    expect(read('a.zip', zip(names))).toEqual(Object.entries(names));
    expect(read('a.tar', tar(names))).toEqual(Object.entries(names));
  });

  test('is undefined for what is no archive', () => {
    for (const text of ['', 'PK', 'hello', 'ustar', '\x1f\x8b'])
      expect(read('a.txt', Buffer.from(text, 'latin1'))).toBeUndefined();
    expect(read('a.txt', zip(files).subarray(30))).toBeUndefined();
  });

  test.each([
    ['xz', '\xfd7zXZ\0'],
    ['bzip2', 'BZh91AY'],
    ['7z', '7z\xbc\xaf\x27\x1c'],
    ['rar', 'Rar!\x1a\x07\x01\0'],
  ])('says that it cannot read %s', (_, magic) => {
    expect(read('a.bin', Buffer.from(magic, 'latin1'))).toEqual([['?', 'unsupported']]);
  });

  test('says what it could not read of an archive and goes on', () => {
    expect(read('a.zip', zip(files, { flags: 1 }))).toEqual([
      ['?', 'unsupported'],
      ['?', 'unsupported'],
    ]);
    expect(read('a.zip', zip(files, { method: 14 }))).toEqual([
      ['?', 'unsupported'],
      ['?', 'unsupported'],
    ]);
    const damaged = zip(files);
    damaged.fill(0xff, 35, 40);
    expect(read('a.zip', damaged)?.slice(-2)).toEqual([['?', 'corrupt'], expected[1]]);
    const forged = zip(files, { method: 0 });
    forged.write('ALPHA', 35);
    expect(read('a.zip', forged)).toEqual([['a.txt', 'ALPHA'], ['?', 'corrupt'], expected[1]]);
    expect(read('a.zip', zip(files).subarray(0, 60))).toEqual([['?', 'corrupt']]);
    expect(read('a.tar', tar(files).subarray(0, 1500))).toEqual([expected[0], ['?', 'corrupt']]);
    const cut = gzipSync('line\n'.repeat(1000)).subarray(0, 40);
    expect(read('a.gz', cut)?.at(-1)).toEqual(['?', 'corrupt']);
  });

  test('stops at each limit', () => {
    const zeros = Buffer.alloc(6_000_000);
    expect(read('a.zip', zip({ zeros }))).toEqual([['?', 'limit']]);
    expect(read('a.gz', gzipSync(zeros))).toEqual([['?', 'limit']]);
    expect(read('a.br', brotliCompressSync(zeros))).toEqual([['?', 'limit']]);
    // The directory lies about the size.
    expect(read('a.zip', zip({ zeros }, { size: 10 }))).toEqual([['?', 'limit']]);
    expect(read('a.tar', tar(files), createArchiveBudget({ ...limits, entries: 1 }))).toEqual([
      expected[0],
      ['?', 'limit'],
    ]);
    expect(read('a.tar', tar(files), createArchiveBudget({ ...limits, bytes: 100 }))).toEqual([
      expected[0],
      ['?', 'limit'],
    ]);
    expect(read('a.zip', zip(files), createArchiveBudget({ ...limits, memberBytes: 100 }))).toEqual([
      expected[0],
      ['?', 'limit'],
    ]);
  });

  test('many small members share one allowance', () => {
    const bomb = zip(
      Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`${index}`, Buffer.alloc(1_000_000)])),
    );
    const members = read('bomb.zip', bomb) ?? [];
    const expanded = members.reduce((sum, [name, text]) => sum + (name === '?' ? 0 : text.length), 0);
    expect(expanded).toBeLessThanOrEqual(Math.max(4_000_000, bomb.length * 200));
    expect(members.at(-1)).toEqual(['?', 'limit']);
  });

  test('nested archives draw on one budget', () => {
    const budget = createArchiveBudget({ ...limits, entries: 3 });
    const outer = tar({ 'in.zip': zip(files), 'last.txt': 'x' });
    const names: string[] = [];
    for (const member of openArchive('out.tar', outer, budget) ?? []) {
      const [name, bytes] = 'unknown' in member ? [member.unknown, new Uint8Array()] : [member.name, member.bytes];
      names.push(name);
      for (const inner of openArchive(name, bytes, budget) ?? [])
        names.push('unknown' in inner ? inner.unknown : inner.name);
    }
    expect(names).toEqual(['in.zip', 'a.txt', 'folder/b.txt', 'limit']);
  });

  test('survives damage anywhere', () => {
    const samples = [
      zip(files),
      zip(files, { method: 0 }),
      tar(files),
      gzipSync(tar(files)),
      gzipSync('x'.repeat(5000)),
    ];
    const damage = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        damage,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (sample, damage, keep) => {
          const bytes = Buffer.from(sample.subarray(0, Math.ceil(sample.length * keep)));
          for (const [at, byte] of damage) bytes[at % Math.max(1, bytes.length)] = byte;
          const members = read('a.zip', bytes) ?? [];
          const size = members.reduce((sum, [, text]) => sum + text.length, 0);
          expect(size).toBeLessThan(5_000_000);
        },
      ),
      { numRuns: 500 },
    );
  });
});
