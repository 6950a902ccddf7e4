import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { secretRules } from '../src/scanners/secrets/rules/all.ts';
import { sampleSecret } from '../src/scanners/secrets/sample-secret.ts';
import { portcullis } from './support/portcullis.ts';
import { scratch } from './support/scratch.ts';

const make = scratch();
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

interface ExampleScripts {
  readonly buildExample: (example: string, directory: string, valueOf: typeof exampleValue) => void;
}

/** As `scripts/example-value.mjs` makes it from the built library. */
function exampleValue(kind: string, name: string): string {
  const rule = secretRules.find(({ id }) => id === name);
  return kind === 'secret' && rule ? sampleSecret(rule, 7) : `Tr0ub4dor&${name.length}x`;
}

test('the first screen shows what the command prints', async () => {
  const script = new URL('../scripts/build-example.mjs', import.meta.url).href;
  const { buildExample } = (await import(script)) as ExampleScripts;
  const cwd = make.directory();
  buildExample(fileURLToPath(new URL('../examples/shop', import.meta.url)), cwd, exampleValue);
  const [, command = '', shown = ''] = /```text\n\$ portcullis ([^\n]+)\n(.*?)```/s.exec(readme) ?? [];
  const { stdout, code } = portcullis(command.split(' '), { cwd });
  expect(code).toBe(1);
  // What is left out is marked by a line that has only an ellipsis.
  const parts = shown.split(/\n *(?:┃ )?…\n/).map((part) => part.trim());
  expect(parts.length).toBeGreaterThan(1);
  let from = 0;
  for (const part of parts) {
    const at = stdout.indexOf(part, from);
    expect(at, `not printed (any more):\n${part}\n\nprinted is:\n${stdout}`).toBeGreaterThanOrEqual(from);
    from = at + part.length;
  }
});

test('every command and option that is shown exists', () => {
  const lines = [...readme.matchAll(/^\s*(?:- |run: )?npx portcullis ([^\n#]+)/gm)].map((match) =>
    (match[1] ?? '').trim().split(/\s+/),
  );
  expect(lines.length).toBeGreaterThan(4);
  for (const [command = '', ...words] of lines) {
    const { code, stdout } = portcullis([command, '--help'], { cwd: make.directory() });
    expect(code, command).toBe(0);
    for (const option of words.filter((word) => word.startsWith('-'))) expect(stdout, command).toContain(option);
  }
});
