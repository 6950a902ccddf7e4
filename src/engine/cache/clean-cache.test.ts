import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TemporaryRepository } from '../../lib/git/testing/temporary-repository.ts';
import type { Evidence } from '../../model/evidence.ts';
import type { Target } from '../../model/target.ts';
import { collectEvidence, type EvidenceRequest } from '../collect-evidence.ts';

const learning = new URL('../testing/learning-registry.ts', import.meta.url).pathname;

let place: string;
let cache: string;
let root: string;
/** A registry of its own for each test: its scanners count their starts. */
let registry: string;

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'portcullis-cache-'));
  cache = join(place, 'cache');
  root = join(place, 'tree');
  mkdirSync(root);
  registry = `${pathToFileURL(learning).href}?${place}`;
});
afterEach(() => rmSync(place, { recursive: true }));

async function collect(more: Partial<EvidenceRequest> = {}): Promise<Evidence> {
  return await collectEvidence({
    target: { kind: 'directory', root },
    scanners: ['pure'],
    settings: {},
    isExcluded: () => false,
    now: new Date('2026-01-01T00:00:00Z'),
    signal: new AbortController().signal,
    threads: 0,
    registry,
    cache: { directory: cache, program: 'one' },
    ...more,
  });
}

/** Files that were looked at although an earlier run had found them clean. */
async function lookedAtAgain(more: Partial<EvidenceRequest> = {}): Promise<string[]> {
  return (await collect(more)).findings.map(({ locations: [{ uri }] }) => uri);
}

describe('what was clean', () => {
  beforeEach(() => {
    writeFileSync(join(root, 'a'), 'one');
    writeFileSync(join(root, 'b'), 'two');
  });

  it('is not looked at again, and counts as looked at', async () => {
    const first = await collect();
    const second = await collect();
    expect(second.findings).toEqual([]);
    const still = ({ runs }: Evidence): unknown[] => runs.map((run) => ({ ...run, millis: 0 }));
    expect(still(second)).toEqual(still(first));
    expect(second.runs).toMatchObject([{ status: 'complete', examined: 2, wanted: 2 }]);
  });

  it('is looked at again when it has changed, moved, or is new', async () => {
    await collect();
    writeFileSync(join(root, 'a'), 'One');
    writeFileSync(join(root, 'c'), 'two');
    expect(await lookedAtAgain()).toEqual(['a', 'c']);
  });

  it('is looked at again by another program, with other settings, by other scanners', async () => {
    await collect();
    expect(await lookedAtAgain({ cache: { directory: cache, program: 'two' } })).toEqual(['a', 'b']);
    await collect();
    expect(await lookedAtAgain({ settings: { pure: { strict: true } } })).toEqual(['a', 'b']);
    expect(await lookedAtAgain({ cache: undefined as never })).toEqual(['a', 'b']);
  });

  it('is looked at again by a scanner that does not go by the file alone', async () => {
    await collect({ scanners: ['impure'] });
    expect(await lookedAtAgain({ scanners: ['impure'] })).toEqual(['a', 'b']);
    await collect({ scanners: ['impure', 'pure'] });
    expect(readdirSync(place)).not.toContain('cache');
  });

  it('is not what had something to report', async () => {
    await collect();
    await collect({ cache: { directory: cache, program: 'two' } });
    expect(await lookedAtAgain({ cache: { directory: cache, program: 'two' } })).toEqual(['a', 'b']);
  });
});

describe('the file', () => {
  it('names neither paths nor contents', async () => {
    writeFileSync(join(root, 'telling-name'), 'telling content');
    await collect();
    const [name = ''] = readdirSync(cache);
    expect(name).toMatch(/^clean-[\da-f]{32}$/);
    expect(readFileSync(join(cache, name), 'latin1')).not.toMatch(/telling/);
  });

  it('is not believed when others could have written it or it is damaged', async () => {
    writeFileSync(join(root, 'a'), 'one');
    await collect();
    const file = join(cache, readdirSync(cache)[0] ?? '');
    chmodSync(file, 0o666);
    expect(await lookedAtAgain()).toEqual(['a']);
    chmodSync(file, 0o600);
    expect(await lookedAtAgain()).toEqual([]);
    writeFileSync(file, readFileSync(file).subarray(0, 1000));
    expect(await lookedAtAgain()).toEqual(['a']);
    writeFileSync(file, Buffer.concat([readFileSync(file).subarray(0, 64), Buffer.alloc(1 << 14, 0xff)]));
    expect(await lookedAtAgain()).toEqual(['a']);
  });

  it('is never in what is scanned', async () => {
    writeFileSync(join(root, 'a'), 'one');
    const inside = { directory: join(root, '.cache'), program: 'one' };
    await collect({ cache: inside });
    expect(readdirSync(root)).toEqual(['a']);
    expect(await lookedAtAgain({ cache: inside })).toEqual(['a']);
  });
});

describe('a history', () => {
  it('is looked at where it is new', async () => {
    const repository = TemporaryRepository.create();
    repository.write('a', 'one\n');
    repository.commit();
    const target: Target = { kind: 'history', root: repository.path };
    await collect({ target });
    repository.write('b', 'two\n');
    repository.commit();
    expect((await lookedAtAgain({ target })).filter((uri) => !uri.startsWith('commit:'))).toEqual(['b']);
    repository.dispose();
  });
});
