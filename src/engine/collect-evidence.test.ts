import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { Evidence } from '../model/evidence.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import { gateOf } from '../policy/gate-of.ts';
import { judge } from '../policy/judge/judge.ts';
import { collectEvidence } from './collect-evidence.ts';

const registry = new URL('./testing/registry.ts', import.meta.url).href;
const made: string[] = [];

afterEach(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

function tree(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = mkdtempSync(join(tmpdir(), 'portcullis-engine-'));
  made.push(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}

async function collect(
  files: Readonly<Record<string, string | Uint8Array>>,
  scanners: readonly string[],
  more: Partial<Parameters<typeof collectEvidence>[0]> = {},
): Promise<Evidence> {
  return await collectEvidence({
    target: { kind: 'directory', root: tree(files) },
    scanners,
    settings: {},
    isExcluded: () => false,
    now: new Date('2026-01-01T00:00:00Z'),
    signal: new AbortController().signal,
    threads: 0,
    registry,
    ...more,
  });
}

async function outcome(evidence: Evidence, scanners: readonly string[]): Promise<string> {
  const policy = compilePolicy({ version: 1, gates: { build: { scanners: [...scanners] } } }, scanners);
  return (await judge(gateOf(policy, 'build'), evidence, policy)).outcome;
}

describe('a scanner that breaks', () => {
  it.each(['breaks-at-start', 'breaks-in-file', 'breaks-at-end'])('%s has failed and shuts the gate', async (id) => {
    const evidence = await collect({ 'a.txt': 'a needle', 'b.txt': 'b' }, ['needle', id]);
    expect(evidence.runs.find((run) => run.scanner === id)).toMatchObject({
      status: 'failed',
      reason: expect.stringContaining('broken on purpose') as unknown,
    });
    expect(evidence.runs.find((run) => run.scanner === 'needle')).toMatchObject({ status: 'complete', examined: 2 });
    expect(evidence.findings).toHaveLength(1);
    expect(await outcome(evidence, ['needle', id])).toBe('error');
  });
});

describe('what can not be looked at', () => {
  it('makes the run partial and is listed', async () => {
    const evidence = await collect({ 'a.txt': 'x' }, ['doubtful']);
    expect(evidence.runs).toMatchObject([{ scanner: 'doubtful', status: 'partial', examined: 1 }]);
    expect(evidence.unknowns).toMatchObject([{ reason: 'syntax', location: { uri: 'a.txt' } }]);
    expect(await outcome(evidence, ['doubtful'])).toBe('error');
  });

  it('includes files that are too large for a scanner', async () => {
    const evidence = await collect({ 'a.txt': 'more than ten bytes' }, ['small']);
    expect(evidence.runs).toMatchObject([{ status: 'partial', examined: 0, wanted: 1 }]);
    expect(evidence.unknowns).toMatchObject([{ reason: 'too-large', scanner: 'small' }]);
  });

  it('is skipped when the scanner does not look at this kind of target', async () => {
    const evidence = await collect({ 'a.txt': 'x' }, ['images-only']);
    expect(evidence.runs).toMatchObject([{ scanner: 'images-only', status: 'skipped' }]);
    expect(await outcome(evidence, ['images-only'])).toBe('error');
  });
});

describe('masking', () => {
  it('hides secrets in the excerpts of scanners that know nothing of them, even when the masker does not report', async () => {
    const evidence = await collect({ 'a.txt': 'before\nneedle password hunter2-and-a-long-tail here\n' }, ['needle']);
    expect(evidence.findings[0]?.excerpt).toEqual({
      startLine: 2,
      lines: ['needle password hunt******************* here'],
      highlight: { line: 2, startColumn: 1, endColumn: 7 },
    });
    expect(evidence.runs.map((run) => run.scanner)).toEqual(['needle']);
  });
});

describe('when it can not be said what is secret', () => {
  it('nothing is quoted', async () => {
    const brokenMasker = new URL('./testing/broken-masker-registry.ts', import.meta.url).href;
    const evidence = await collect({ 'a.txt': 'needle password hunter2\n' }, ['needle'], { registry: brokenMasker });
    expect(evidence.findings).toHaveLength(1);
    expect(evidence.findings[0]?.excerpt).toBeUndefined();
  });
});

describe('files', () => {
  it('in archives are examined like others', async () => {
    const evidence = await collect({ 'logs/a.log.gz': gzipSync('first\nneedle') }, ['needle']);
    expect(evidence.findings.map((finding) => finding.locations[0])).toMatchObject([
      { uri: 'logs/a.log.gz!a.log', startLine: 2 },
    ]);
  });

  it('above the window size are seen whole, what stands at a seam once', async () => {
    const size = 16_000_000;
    const text = Buffer.alloc(size + 1000, 'x\n');
    for (const at of [0, size - 70_000, size - 3, size + 500]) text.write('needle', at);
    const evidence = await collect({ 'big.txt': text }, ['needle']);
    const offsets = evidence.findings.map(({ locations: [place] }) => place.startLine);
    expect(offsets).toEqual([0, size - 70_000, size - 3, size + 500].map((at) => lineAt(text, at)));
    expect(evidence.runs).toMatchObject([{ status: 'complete', examined: 1 }]);
  });

  it('that the policy excludes are not listed', async () => {
    const evidence = await collect({ 'a.txt': 'needle', 'vendor/b.txt': 'needle' }, ['needle'], {
      isExcluded: (uri) => uri.startsWith('vendor/'),
    });
    expect(evidence.findings).toHaveLength(1);
    expect(evidence.target.listed).toBe(1);
  });

  it('are all seen by a scanner of the whole project, whose findings have excerpts and fingerprints too', async () => {
    const evidence = await collect({ 'a.txt': 'a needle', 'b.txt': 'b\nneedle hunter2' }, ['project']);
    expect(evidence.findings.map((finding) => finding.excerpt?.lines)).toEqual([['a needle'], ['needle *******']]);
    expect(evidence.findings.every((finding) => finding.fingerprints.length > 0)).toBe(true);
  });
});

describe('a run', () => {
  it('stops when it is cancelled', async () => {
    const abort = new AbortController();
    abort.abort(new Error('enough'));
    await expect(collect({ 'a.txt': 'x' }, ['needle'], { signal: abort.signal })).rejects.toThrow('enough');
  });

  it('names the nearest scanner for one that is not known', async () => {
    await expect(collect({ 'a.txt': 'x' }, ['neddle'])).rejects.toMatchObject({
      code: 'unknown-scanner',
      hint: "did you mean 'needle'?",
    });
  });

  it('defers soft scanners that do not fit the budget, and says so', async () => {
    const evidence = await collect({ 'a.txt': 'needle' }, ['masker'], { soft: ['needle'], budgetMillis: 0 });
    expect(evidence.findings).toEqual([]);
    expect(evidence.runs).toContainEqual(
      expect.objectContaining({
        scanner: 'needle',
        status: 'skipped',
        reason: expect.stringContaining('deferred') as unknown,
      }),
    );
  });
});

function lineAt(text: Buffer, offset: number): number {
  return text.subarray(0, offset).toString('latin1').split('\n').length;
}
