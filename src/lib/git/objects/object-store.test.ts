import * as fc from 'fast-check';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { allObjects } from '../testing/all-objects.ts';
import { TemporaryRepository } from '../testing/temporary-repository.ts';
import { locateObjects } from './locate-objects.ts';
import { ObjectError } from './object-error.ts';
import { ObjectStore } from './object-store.ts';

const made: TemporaryRepository[] = [];

function create(...options: string[]): TemporaryRepository {
  const repository = TemporaryRepository.create(...options);
  made.push(repository);
  return repository;
}

afterEach(() => {
  for (const repository of made.splice(0)) repository.dispose();
});

function open(repository: TemporaryRepository, format: 'sha1' | 'sha256' = 'sha1'): ObjectStore {
  const commonDirectory = repository.git('rev-parse', '--path-format=absolute', '--git-common-dir');
  return new ObjectStore(locateObjects({ commonDirectory }, repository.place.env, format));
}

/** Ids of objects that we read otherwise than git does. */
function differences(repository: TemporaryRepository, format: 'sha1' | 'sha256' = 'sha1'): string[] {
  const store = open(repository, format);
  const objects = allObjects(repository);
  const different = objects.filter(({ id, type, bytes }) => {
    const read = store.read(id);
    return read.type !== type || !read.bytes.equals(bytes);
  });
  store.close();
  return objects.length === 0 ? ['nothing was there'] : different.map(({ id }) => id);
}

/** A file that grows and changes, so that git makes deltas of it; all loose. */
function fill(repository: TemporaryRepository, versions = 12): void {
  const lines = Array.from(
    { length: 300 },
    (_, line) => `line ${line} ${createHash('md5').update(`${line}`).digest('hex')}`,
  );
  repository.import(
    Array.from({ length: versions }, (_, version) => {
      lines.splice((version * 37) % lines.length, 2, `version ${version}`, 'inserted', 'lines');
      return [
        ['grows.txt', lines.join('\n')],
        [`directory/${version}/small.txt`, `small ${version}`],
        ['empty', ''],
      ] as const;
    }),
  );
  repository.git('tag', '--annotate', '--message', 'a tag', 'v1', 'main');
}

function packPath(repository: TemporaryRepository, ending: string): string {
  const directory = join(repository.path, '.git', 'objects', 'pack');
  const name = readdirSync(directory).find((each) => each.endsWith(ending));
  return join(directory, name ?? 'none');
}

describe('ObjectStore reads what git reads', () => {
  it('from loose objects', () => {
    const repository = create();
    fill(repository);
    expect(differences(repository)).toEqual([]);
  });

  it('from a pack with offset deltas', () => {
    const repository = create();
    fill(repository);
    repository.git('repack', '-adfq', '--depth=50');
    expect(differences(repository)).toEqual([]);
  });

  it('from a pack whose deltas name their base by id', () => {
    const repository = create();
    fill(repository);
    repository.git('-c', 'repack.useDeltaBaseOffset=false', 'repack', '-adfq');
    expect(differences(repository)).toEqual([]);
  });

  it('by an index of version 1', () => {
    const repository = create();
    fill(repository);
    repository.git('-c', 'pack.indexVersion=1', 'repack', '-adfq');
    expect(differences(repository)).toEqual([]);
  });

  it('by an index with offsets of eight bytes', () => {
    const repository = create();
    fill(repository);
    repository.git('repack', '-adfq');
    const pack = packPath(repository, '.pack');
    const index = packPath(repository, '.idx');
    rmSync(index, { force: true });
    // Offsets above 0x40 go to the table of large ones.
    repository.git('index-pack', '--index-version=2,0x40', '-o', index, pack);
    expect(differences(repository)).toEqual([]);
  });

  it('from several packs and by an index over all of them', () => {
    const repository = create();
    for (let round = 0; round < 3; round++) {
      fill(repository, 3 + round);
      repository.git('tag', '--delete', 'v1');
      repository.git('repack', '-dq');
    }
    expect(differences(repository)).toEqual([]);
    repository.git('multi-pack-index', 'write');
    expect(differences(repository)).toEqual([]);
  });

  it('from a pack of unreachable objects', () => {
    const repository = create();
    fill(repository);
    repository.git('update-ref', 'refs/heads/main', 'main~5');
    repository.git('tag', '--delete', 'v1');
    repository.git('reflog', 'expire', '--all', '--expire=now');
    repository.git('repack', '-d', '-q', '--cruft');
    expect(readdirSync(join(repository.path, '.git/objects/pack')).some((name) => name.endsWith('.mtimes'))).toBe(true);
    expect(differences(repository)).toEqual([]);
  });

  it('with ids of SHA-256', () => {
    const repository = create('--object-format=sha256');
    fill(repository);
    expect(differences(repository, 'sha256')).toEqual([]);
    repository.git('repack', '-adfq');
    expect(differences(repository, 'sha256')).toEqual([]);
  });

  it('from repositories that it borrows from, also over two steps', () => {
    const first = create();
    fill(first);
    first.git('repack', '-adfq');
    const base = TemporaryRepository.empty();
    made.push(base);
    base.git('clone', '--quiet', '--shared', first.path, 'second');
    const second = base.at('second');
    second.write('more', 'more');
    second.commit();
    base.git('clone', '--quiet', '--shared', second.path, 'third');
    const third = base.at('third');
    third.write('most', 'most');
    third.commit();
    expect(differences(third)).toEqual([]);
  });

  it('when the base of a delta is in another pack', () => {
    const repository = create();
    repository.write('base', 'the base of a delta, long enough to be copied from\n');
    repository.commit();
    const base = repository.git('rev-parse', 'HEAD:base');
    repository.git('repack', '-adq');
    const text = 'the base of a delta, and something else\n';
    const id = repository.gitWith({ input: text }, 'hash-object', '--stdin').toString().trim();
    const size = 51;
    const delta = Buffer.concat([
      Buffer.from([size, text.length, 0x90, 20, text.length - 20]),
      Buffer.from(text.slice(20)),
    ]);
    addPack(repository, id, { kind: 7, size: delta.length, base: Buffer.from(base, 'hex'), data: deflateSync(delta) });
    expect(open(repository).read(id).bytes.toString()).toBe(text);
  });

  it('of random content', () => {
    const content = fc.array(fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom('same', 'line', '')), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 8 }), fc.boolean(), (versions, packed) => {
        const repository = create();
        repository.import(versions.map((lines) => [['file', lines.join('\n')]]));
        if (packed) repository.git('repack', '-adfq');
        expect(differences(repository)).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});

describe('ObjectStore says what is wrong', () => {
  it('with an object that is not there', () => {
    const repository = create();
    fill(repository, 1);
    const id = '1'.repeat(40);
    expect(() => open(repository).read(id)).toThrow(new ObjectError('missing', `object ${id}: it is not stored here`));
  });

  it('with a damaged loose object', () => {
    const repository = create();
    fill(repository, 1);
    const id = repository.git('rev-parse', 'HEAD:grows.txt');
    const path = join(repository.path, '.git/objects', id.slice(0, 2), id.slice(2));
    const bytes = readFileSync(path);
    bytes[20] = (bytes[20] ?? 0) ^ 0xff;
    rmSync(path, { force: true });
    writeFileSync(path, bytes);
    expect(() => open(repository).read(id)).toThrow(
      expect.objectContaining({ code: 'corrupt', message: expect.stringContaining(id) }),
    );
  });

  it('with deltas that go round in circles', () => {
    const repository = create();
    fill(repository, 1);
    const ids = ['a'.repeat(40), 'b'.repeat(40)] as const;
    const data = deflateSync(Buffer.from([5, 5, 5, 1, 2, 3, 4, 5]));
    addPack(repository, ids[0], { kind: 7, size: 8, base: Buffer.from(ids[1], 'hex'), data });
    addPack(repository, ids[1], { kind: 7, size: 8, base: Buffer.from(ids[0], 'hex'), data });
    expect(() => open(repository).read(ids[0])).toThrow(expect.objectContaining({ code: 'corrupt' }));
  });

  it('with an entry that claims more bytes than anyone has', () => {
    const repository = create();
    fill(repository, 1);
    const id = 'c'.repeat(40);
    addPack(repository, id, { kind: 3, size: 2 ** 41, base: Buffer.alloc(0), data: deflateSync(Buffer.from('x')) });
    expect(() => open(repository).read(id)).toThrow(expect.objectContaining({ code: 'too-large' }));
  });

  it.each(['.pack', '.idx'])('and nothing else, whichever byte of a %s is damaged', (ending) => {
    const repository = create();
    fill(repository, 4);
    repository.git('repack', '-adfq');
    const objects = allObjects(repository);
    const path = packPath(repository, ending);
    chmodSync(path, 0o644);
    const intact = readFileSync(path);
    const wrong: string[] = [];
    for (let trial = 0; trial < 40; trial++) {
      const damaged = Buffer.from(intact);
      const at = (trial * 7919) % damaged.length;
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (trial % 8));
      writeFileSync(path, trial % 10 === 9 ? damaged.subarray(0, at) : damaged);
      const store = open(repository);
      for (const { id, bytes } of objects) {
        const read = readOrError(store, id);
        if (Buffer.isBuffer(read) && !read.equals(bytes)) wrong.push(`${at}: ${id}`);
      }
      store.close();
    }
    // A damaged index leads to another object of the pack: only git fsck can tell.
    expect(ending === '.pack' ? wrong : []).toEqual([]);
  });
});

function readOrError(store: ObjectStore, id: string): Buffer | ObjectError {
  try {
    return store.read(id).bytes;
  } catch (error) {
    if (error instanceof ObjectError) return error;
    throw error;
  }
}

interface HandMadeEntry {
  readonly kind: number;
  readonly size: number;
  readonly base: Buffer;
  readonly data: Buffer;
}

/** Adds a pack of one entry with its index, as no git would write it. */
function addPack(repository: TemporaryRepository, id: string, { kind, size, base, data }: HandMadeEntry): void {
  const head = [(kind << 4) | (size % 16)];
  for (let rest = Math.floor(size / 16); rest > 0; rest = Math.floor(rest / 128)) {
    head.push((head.pop() ?? 0) | 0x80, rest % 128);
  }
  const start = Buffer.from('PACK\0\0\0\x02\0\0\0\x01', 'latin1');
  const body = Buffer.concat([start, Buffer.from(head), base, data]);
  const fanout = Buffer.alloc(1024);
  for (let byte = 0; byte < 256; byte++) fanout.writeUInt32BE(byte >= parseInt(id.slice(0, 2), 16) ? 1 : 0, 4 * byte);
  const index = Buffer.concat([
    Buffer.from([0xff, 0x74, 0x4f, 0x63, 0, 0, 0, 2]),
    fanout,
    Buffer.from(id, 'hex'),
    Buffer.alloc(4),
    Buffer.from([0, 0, 0, 12]),
    Buffer.alloc(40),
  ]);
  const directory = join(repository.path, '.git/objects/pack');
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, `pack-${id}.pack`), Buffer.concat([body, createHash('sha1').update(body).digest()]));
  writeFileSync(join(directory, `pack-${id}.idx`), index);
}
