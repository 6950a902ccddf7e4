import type { Finding } from '../../model/finding.ts';
import type { Emission, Scan, Scanner } from '../../model/scanner.ts';
import type { SourceFile } from '../../model/source-file.ts';
import type { ScannerEntry } from '../../scanners/registry.ts';

/** Scanners that behave in one particular way each, for the engine's tests. */
const accepts = ['directory', 'files', 'stdin'] as const;

export function scanner(id: string, behaviour: Partial<Scanner>, scan: () => Scan): ScannerEntry {
  const whole: Scanner = {
    id,
    title: id,
    accepts,
    scope: 'file',
    rules: async () => await Promise.resolve([]),
    wants: () => true,
    start: async () => await Promise.resolve(scan()),
    ...behaviour,
  };
  return { id, load: async () => await Promise.resolve(whole) };
}

export function broken(): never {
  throw new Error('broken on purpose');
}

/** Reports each place where `word` stands. */
function* findWord(file: SourceFile, word: string, id: string): Generator<Emission> {
  for (const match of file.text().matchAll(new RegExp(word, 'g'))) {
    const start = file.position(match.index);
    const end = file.position(match.index + word.length);
    const finding: Finding = {
      ruleId: `${id}/${word}`,
      scanner: id,
      message: `${word} stands here`,
      severity: 'high',
      confidence: 'high',
      locations: [
        { uri: file.uri, startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
      ],
      fingerprints: [],
    };
    yield { kind: 'finding', finding };
  }
}

export const scanners: readonly ScannerEntry[] = [
  scanner('needle', { windows: true, archives: true }, () => ({ file: (file) => findWord(file, 'needle', 'needle') })),
  scanner('small', { maxBytes: 10 }, () => ({ file: (file) => findWord(file, 'needle', 'small') })),
  scanner('project', { scope: 'project' }, () => {
    const seen: SourceFile[] = [];
    return {
      file(file) {
        seen.push(file);
        return [];
      },
      *end() {
        for (const file of seen) yield* findWord(file, 'needle', 'project');
      },
    };
  }),
  scanner('masker', { masks: true }, () => ({
    file: () => [],
    sensitive: (file) =>
      [...file.text().matchAll(/hunter2\S*/g)].map(({ index, 0: text }) => ({
        start: index,
        end: index + text.length,
      })),
  })),
  scanner('doubtful', {}, () => ({
    file: (file) => [
      {
        kind: 'unknown',
        unknown: { scanner: 'doubtful', reason: 'syntax', message: 'can not parse', location: { uri: file.uri } },
      },
    ],
  })),
  scanner('breaks-at-start', {}, broken),
  scanner('breaks-in-file', {}, () => ({ file: broken })),
  scanner('breaks-at-end', {}, () => ({ file: () => [], end: broken })),
  scanner('images-only', { accepts: [] }, () => ({ file: () => [] })),
];
