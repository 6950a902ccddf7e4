import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TemporaryRepository } from '../../lib/git/testing/temporary-repository.ts';
import { type ReadTarget, readTarget } from '../testing/read-target.ts';

let place: TemporaryRepository;
beforeEach(() => {
  place = TemporaryRepository.empty();
  place.write('root/a.txt', 'a');
  place.write('root/sub/b.txt', 'b');
  place.write('outside.txt', 'outside');
});
afterEach(() => place.dispose());

async function read(...paths: string[]): Promise<ReadTarget> {
  return await readTarget({ kind: 'files', root: join(place.path, 'root'), paths }, place.env);
}

describe('files given by name', () => {
  it('are read once each, by their path from the root', async () => {
    const absolute = join(place.path, 'root/a.txt');
    const { texts, entries } = await read('sub/b.txt', 'a.txt', './sub/../a.txt', absolute);
    expect(texts).toEqual({ 'a.txt': 'a', 'sub/b.txt': 'b' });
    expect(entries.length).toBe(2);
  });

  it('may lie outside of the root when their path is absolute', async () => {
    const outside = join(place.path, 'outside.txt');
    expect((await read(outside)).texts).toEqual({ [outside]: 'outside' });
  });

  it('stay inside the root when their path is relative, also behind links', async () => {
    symlinkSync(place.path, join(place.path, 'root/up'));
    await expect(read('../outside.txt')).rejects.toThrow(expect.objectContaining({ code: 'outside-root' }));
    await expect(read('up/outside.txt')).rejects.toThrow(expect.objectContaining({ code: 'outside-root' }));
  });

  it('must exist and be files', async () => {
    await expect(read('a.txt', 'missing.txt')).rejects.toThrow(/missing\.txt does not exist/);
    await expect(read('a.txt/below')).rejects.toThrow(expect.objectContaining({ code: 'no-such-file' }));
    await expect(read('sub')).rejects.toThrow(expect.objectContaining({ code: 'not-a-file' }));
  });

  it('are unknown when they are links, pipes or devices', async () => {
    symlinkSync('a.txt', join(place.path, 'root/link'));
    place.pipe('root/pipe');
    const { entries, unknowns } = await read('link', 'pipe', '/dev/null');
    expect(entries).toEqual([]);
    expect(unknowns.map(({ reason, message }) => [reason, message])).toEqual([
      ['unsupported', 'it is a device, not a regular file'],
      ['unsupported', 'it is a symbolic link, not a regular file'],
      ['unsupported', 'it is a FIFO, not a regular file'],
    ]);
  });
});

describe('standard input', () => {
  it('is one entry', async () => {
    const { texts, opened } = await readTarget(
      { kind: 'stdin', name: 'in.env', bytes: Buffer.from('text') },
      place.env,
    );
    expect(texts).toEqual({ 'in.env': 'text' });
    expect(opened.root).toBe('');
  });
});
