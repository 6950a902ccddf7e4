import { assert, constantFrom, array, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseShell } from './parse-shell.ts';
import type { ShellCommand } from './shell-command.ts';

const commands = (text: string) => parseShell(text).commands;
const first = (text: string): ShellCommand | undefined => commands(text)[0];
const kinds = (command: ShellCommand | undefined) => command?.frames.map((frame) => frame.kind);

describe('which command runs', () => {
  test.each([
    ['sudo -u deploy env A=1 timeout -k 5 10 /usr/bin/git push', 'git', ['push']],
    ['nice -n 5 nohup npm ci', 'npm', ['ci']],
    ['command -v git', 'command', ['-v', 'git']],
    ['DEBUG=1 exec node server.js', 'node', ['server.js']],
    ['"docker" build .', 'docker', ['build', '.']],
  ])('%s', (text, name, args) => {
    expect(first(text)).toMatchObject({ name, args: args.map((value) => ({ value })) });
  });

  test('an expanded name is none', () => {
    expect(first('$TOOL run')?.name).toBeUndefined();
    expect(first('$TOOL run')?.nameWord?.expansions).toMatchObject([{ name: 'TOOL' }]);
  });
});

describe('words', () => {
  test('tells how each expansion is quoted', () => {
    const [one, two, three, four] = first('tool $A "x$B" \'$C\' --to="${D:-$E}"')?.args ?? [];
    expect(one).toMatchObject({ prefix: '', expansions: [{ name: 'A', quoting: 'none' }] });
    expect(two).toMatchObject({ prefix: 'x', expansions: [{ name: 'B', quoting: 'double' }] });
    expect(three).toMatchObject({ value: '$C', expansions: [] });
    expect(four).toMatchObject({ prefix: '--to=', expansions: [{ name: 'D' }, { name: 'E', quoting: 'double' }] });
  });

  test('an operand with an equals sign is a word and, for export, an assignment', () => {
    expect(first('make CC="$X"')).toMatchObject({ args: [{ prefix: 'CC=' }], assignments: [] });
    expect(first('export A=1 B=$C')).toMatchObject({ assignments: [{ name: 'A' }, { name: 'B' }] });
  });

  test('here-documents expand unless their delimiter is quoted', () => {
    expect(first('cat <<E\n$A\nE\n')?.redirects[0]?.target?.expansions).toMatchObject([
      { name: 'A', quoting: 'heredoc' },
    ]);
    expect(first("cat <<'E'\n$A\nE\n")?.redirects[0]?.target?.expansions).toEqual([]);
  });
});

describe('what surrounds a command', () => {
  test('pipes know their members', () => {
    const [curl, sh] = commands('curl -s x | sudo sh');
    const frame = curl?.frames[0];
    expect(frame).toMatchObject({ kind: 'pipe', index: 0 });
    expect(frame?.kind === 'pipe' && frame.members.map((member) => member.map(({ name }) => name))).toEqual([
      ['curl'],
      ['sh'],
    ]);
    expect(sh?.frames[0]).toMatchObject({ kind: 'pipe', index: 1 });
  });

  test('the left of an or knows its right', () => {
    const [left] = commands('scan . || true');
    expect(left?.frames).toMatchObject([{ kind: 'or-left', right: [{ name: 'true' }] }]);
  });

  test('a substitution knows whose word it is', () => {
    const [outer, inner] = commands('export A=$(aws sts get)');
    expect(outer).toMatchObject({ name: 'export', start: 0 });
    const frame = inner?.frames[0];
    expect(frame).toMatchObject({ kind: 'substitution', assigned: 'A' });
    expect(frame?.kind === 'substitution' && frame.owner()).toBe(outer);
  });

  test.each([
    ['if scan; then a; fi', ['condition']],
    ['! scan', ['negation']],
    ['scan &', ['background']],
    ['(scan)', ['subshell']],
    ['f() { scan; }', ['function']],
    ['for x in 1; do scan; done', ['loop']],
    ['case $x in a) scan;; esac', ['branch']],
    ['while scan; do a; done', ['condition']],
  ])('%s', (text, expected) => {
    expect(kinds(commands(text).find(({ name }) => name === 'scan'))).toEqual(expected);
  });
});

describe('hostile scripts', () => {
  test('what is broken is a problem, what can be read is read', () => {
    const { commands, problems } = parseShell('git push\nif true; then\n');
    expect(commands[0]).toMatchObject({ name: 'git' });
    expect(problems).not.toEqual([]);
  });

  test.each(['$('.repeat(20_000), '('.repeat(20_000), 'x'.repeat(1_000_001), '`'.repeat(9_999)])('%#', (text) => {
    expect(parseShell(text).text).toBe(text);
  });

  test('any text at all is read without an exception; places are in the text', () => {
    const pieces = constantFrom(
      '$(',
      ')',
      '"',
      "'",
      '`',
      '\\',
      '|',
      '&&',
      '<<E\n',
      'E\n',
      '${a',
      '}',
      ' if ',
      ' a ',
      '[[ ',
      ' ]]',
      '((',
      '\n',
    );
    assert(
      property(
        array(pieces).map((parts) => parts.join('')),
        string({ unit: 'binary' }),
        (syntax, noise) => {
          for (const text of [syntax, noise]) {
            expect(commands(text).every(({ start, end }) => start >= 0 && start <= end && end <= text.length)).toBe(
              true,
            );
          }
        },
      ),
    );
  });
});
