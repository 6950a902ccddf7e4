import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

/** Ways to format, as teams that adopt a formatter or change its options do. */
export const styles = [
  { printWidth: 80, singleQuote: true, semi: true, tabWidth: 2, trailingComma: 'all' },
  { printWidth: 60, singleQuote: false, semi: false, tabWidth: 4, trailingComma: 'none' },
  { printWidth: 120, singleQuote: true, semi: false, useTabs: true, trailingComma: 'es5', arrowParens: 'avoid' },
] as const;

const done = new Map<string, string>();

/** Formats many texts in one run; a text that the formatter can not read stays as it is. */
export function format(jobs: readonly { path: string; text: string; style: number }[], program: string): string[] {
  const keys = jobs.map(({ text, style, path }) =>
    createHash('sha256')
      .update(`${style}${extname(path)}${text}`)
      .digest('hex'),
  );
  for (const style of styles.keys()) {
    const open = jobs
      .map((job, index) => ({ ...job, key: keys[index] ?? '' }))
      .filter((job) => job.style === style && !done.has(job.key));
    if (open.length > 0) formatAll(open, style, program);
  }
  return keys.map((key, index) => done.get(key) ?? jobs[index]?.text ?? '');
}

function formatAll(jobs: readonly { path: string; text: string; key: string }[], style: number, program: string): void {
  const directory = mkdtempSync(join(tmpdir(), 'identity-format-'));
  mkdirSync(join(directory, 'src'));
  writeFileSync(join(directory, '.oxfmtrc.json'), JSON.stringify(styles[style]));
  const names = jobs.map(({ path }, index) => join(directory, 'src', `${index}${extname(path)}`));
  for (const [index, { text }] of jobs.entries()) writeFileSync(names[index] ?? '', text);
  try {
    execFileSync(program, ['src'], { cwd: directory, stdio: 'ignore' });
  } catch {
    // It fails when one file does not parse; the others are written all the same.
  }
  for (const [index, { key }] of jobs.entries()) done.set(key, readFileSync(names[index] ?? '', 'utf8'));
  rmSync(directory, { recursive: true });
}
