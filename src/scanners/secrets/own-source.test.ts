import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { createSourceFile } from '../../engine/source-file.ts';
import { secretsScanner } from './scanner.ts';

test('our own source holds no secret', async () => {
  const source = join(import.meta.dirname, '../..');
  const scan = await secretsScanner.start({
    root: source,
    targetKind: 'directory',
    salt: 'salt',
    settings: undefined,
    signal: new AbortController().signal,
    now: new Date('2026-01-01T00:00:00Z'),
  });
  const found: string[] = [];
  let files = 0;
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    files++;
    const path = join(entry.parentPath, entry.name);
    const file = createSourceFile({ uri: relative(source, path), bytes: readFileSync(path) });
    for await (const emission of scan.file(file)) {
      if (emission.kind !== 'finding') continue;
      found.push(`${file.uri}:${emission.finding.locations[0].startLine} ${emission.finding.message}`);
    }
  }
  expect(files).toBeGreaterThan(1000);
  expect(found).toEqual([]);
}, 60_000);
