import { expect, test } from 'vitest';
import { portcullis } from './support/portcullis.ts';
import { scratch } from './support/scratch.ts';

const cwd = scratch().directory();

test('the matrix names the rules of each platform', () => {
  const { code, stdout } = portcullis(['rules', '--coverage', 'rollback'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Practice: gates\n {2}there is a way back\n/);
  expect(stdout).toContain('pipeline/no-rollback');
});

test('as JSON, with what does it where no rule can', () => {
  const rows = JSON.parse(portcullis(['rules', '--coverage', '--json'], { cwd }).stdout) as readonly {
    readonly id: string;
    readonly gitlab: { readonly rules: readonly string[]; readonly outside?: string };
  }[];
  const of = (id: string) => rows.find((row) => row.id === id)?.gitlab;
  expect(of('pinned')?.rules).toContain('pipeline/image-mutable');
  expect(of('secret-hardcoded')?.rules.some((id) => id.startsWith('secrets/'))).toBe(true);
  expect(of('pre-commit-lint')).toEqual({ rules: [], outside: expect.stringContaining('hook install') });
});

test('a word that nothing mentions is a mistake', () => {
  const { code, stderr } = portcullis(['rules', '--coverage', 'nonsense'], { cwd });
  expect([code, stderr]).toEqual([2, expect.stringContaining("nothing mentions 'nonsense'")]);
});
