import { assert, constantFrom, dictionary, json, jsonValue, oneof, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { CollectedFiles } from '../collected-files.ts';
import { readPipelines } from '../read-pipelines.ts';
import { checkLock } from './check-lock.ts';
import { readLock } from './ci-lock.ts';
import { copyPath } from './copy-path.ts';
import { lockKinds, type LockEntry } from './lock-entry.ts';
import { findReferences } from './references.ts';
import { writeLock } from './write-lock.ts';

const definition = 'include: { template: X.yml }\na: { image: "node:20", script: [x] }\n';

function check(lock: string): readonly string[] | 'broken' {
  const files = new CollectedFiles();
  files.add('.gitlab-ci.yml', definition);
  files.add('ci.lock', lock);
  const read = readLock(files);
  if (!read || read === 'broken') return 'broken';
  return [...checkLock(findReferences(readPipelines(files), files).known, read, files)].map(({ message }) => message);
}

test('foreign locks are checked or not understood', () => {
  const entry = dictionary(constantFrom('kind', 'address', 'ref', 'content', 'via', 'size'), jsonValue());
  const lock = entry.map((one) => JSON.stringify({ entries: [one, { kind: 'image', address: 'a', ...one }] }));
  assert(property(oneof(string(), json(), lock), (text) => check(text) === 'broken' || check(text).length >= 2));
});

test('sorted, one entry a line, the same however it was made', () => {
  const image: LockEntry = { kind: 'image', address: 'docker.io/library/node', ref: '20', resolved: 'sha256:1' };
  const template: LockEntry = { size: 1, integrity: 'sha256-x', address: 'X.yml', kind: 'template' };
  const text = writeLock([template, image]);
  expect(text).toBe(writeLock([image, template]));
  expect(text.split('\n').filter((line) => line.startsWith('    {'))).toEqual([
    '    {"kind":"image","address":"docker.io/library/node","ref":"20","resolved":"sha256:1"},',
    '    {"kind":"template","address":"X.yml","integrity":"sha256-x","size":1}',
  ]);
  expect(check(text)).toEqual([]);
  expect(check(writeLock([]))).toEqual(['X.yml is not in ci.lock', 'node:20 is not in ci.lock']);
});

test('no name can choose where its copy lies', () => {
  const text = string({ unit: 'binary', maxLength: 200 });
  assert(
    property(constantFrom(...lockKinds), text, text, (kind, address, ref) => {
      const path = copyPath({ kind, address, ref });
      expect(path).toMatch(/^ci\.lock\.d\/[a-z-]+\.[a-z0-9-]*\.[0-9a-f]{8}\.yml$/);
      expect(path).not.toBe(copyPath({ kind, address, ref: `${ref}x` }));
    }),
  );
});
