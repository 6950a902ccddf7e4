import { toBytes, type ByteText } from '../byte-text.ts';
import type { CompatFinding } from '../finding.ts';

/**
 * Fingerprints of findings to leave out, as in `.gitleaksignore`: `file:rule:line`, which also holds for the findings
 * of commits, or `commit:file:rule:line`.
 */
export class IgnoreList {
  readonly #fingerprints = new Set<ByteText>();

  /** Adds the lines of a file; gives those that are no fingerprints. Lines that start with `#` are comments. */
  add(text: string): readonly string[] {
    const invalid: string[] = [];
    for (const written of text.split('\n')) {
      const line = written.trim();
      if (line === '' || line.startsWith('#')) continue;
      const parts = line.split(':');
      if (parts.length !== 3 && parts.length !== 4) {
        invalid.push(line);
        continue;
      }
      const file = parts.length - 3;
      const fixed = parts.map((part, index) => (index === file ? part.replaceAll('\\', '/') : part));
      this.#fingerprints.add(toBytes(fixed.join(':')));
    }
    return invalid;
  }

  has({ file, ruleId, startLine, fingerprint }: CompatFinding): boolean {
    return this.#fingerprints.has(`${file}:${ruleId}:${startLine}`) || this.#fingerprints.has(fingerprint);
  }
}
